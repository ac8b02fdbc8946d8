<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About VidEmo Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache-2.0. Other people&apos;s work that is part of it, with its licences, is listed in packaging/THIRD-PARTY.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is computed on this computer. Nothing is sent anywhere, and nothing is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It identifies nobody. People are numbered P1, P2, …; nothing biometric is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who are recorded have a right to know. Whether you may analyse a recording is for you to clear beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VidEmo Studio {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is displayed in a face is not what a person feels. No statement here is about feelings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>About, intended use and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action units on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action-unit lanes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add recordings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur all but the selected person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur all faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events and phases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face boxes and names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find missing recordings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import what others coded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop the segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the marked span a phase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark an event here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One second back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One second on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reviews…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom the timeline in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom the timeline out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the segment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>A number or a code is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse them right afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held on (2026-11-23)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these files can be read as a recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who are recorded have a right to know. Note their consent with “Consent…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings stay where they are; the study keeps where that is. Rows with the same session name go into one session. Use numbers or codes rather than names of people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who else was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new pseudonyms, with commas between: C-014, T-02</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} min, {width}×{height}, {sound}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalyseDialog</name>
    <message>
        <source>A time is written as 83.5 or 1:23.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (such as 1:23.5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read every frame (two to three times slower; otherwise ten looks a second)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report at most so many people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in analyst reads action units and appearance on this computer. It gives what is displayed, as the model reads it, with its reasons; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{session}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{session}: {name} (analysed already; a new analysis is added)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{session}: {name} (file not found)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>Time axis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>A few seconds of the sample are analysed to see how fast this computer is. Other work on it makes the figure worse than it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>An analysis is not finished. What is done of it is kept in the study; it goes on from there when you resume it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} analyses are not finished. What is done of them is kept in the study; they go on from there when you resume them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{job}” would be given up; start it again later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agree with the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I reject the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my correction stands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>A consent allows something: tick what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sessions of the participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent of the participants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No participant is recorded here. Without one, a session can be analysed and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a withdrawal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record this consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session “{name}” only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program keeps to this by itself: it analyses no session of somebody who withdrew or whose consent leaves analysis out, exports no picture and trains no model without consent of everybody who was there, and logs every refusal. A statement is never erased; a later one replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To take consent back, record a withdrawal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudonym, such as C-014</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which text was signed, such as “information sheet 3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Also displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a label by its letter, or change something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept beside the model’s reading, which stays as it is: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads: {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does {person} display from {span}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {clue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expression: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one clue is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{clue}” is not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report: places in the program, no file names, no names of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault in VidEmo Studio, not in what you did. What was saved is kept: every change is on the disk as soon as it is made. Nothing has left this computer, and nothing will unless you send it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveChooser</name>
    <message>
        <source>Action units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action-unit lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured intensity of single movements of the face, from 0 to 1, as a lane below the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Probability of each displayed emotion: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{emotion} {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>No face was found in this recording, so there is nothing to show. That says nothing about anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been read from this recording yet. The analysis runs on this computer alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a session to see its timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis is under way. First results appear here as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no recording yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} · {licence}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Displayed, of usable time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into which folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into which folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: no consent to share pictures by {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: nobody is recorded as a participant of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums per person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is encrypted; these files are not. Keep the folder where only those may read it who may read the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is displayed, in short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With pictures of faces (key frames in the report)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written are report.html (opens in any browser), timeline.png, analysis.json, segments.csv and measurements.csv. People stand as you put them right; the log of the study notes the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no folder chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recording}, analysis {number} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for and not read: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a phase called “baseline” to see the change from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conclusion: only {assessable} of {whole} are assessable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is spoken cannot be told for {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change, in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {assessable} assessable, {missing} not assessable, of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} ({low:+.0f} to {high:+.0f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–: too little time, or too few stretches of it, to conclude anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the model’s readings stay hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marked span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear when a recording has been analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This phase: “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You rate blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the selected person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({span})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Add recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*.vemo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*.vemo);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the study is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A facial display is not an inner state: the same display can go with different emotions, and an emotion can go without a display (Barrett et al. 2019). Read every line as “what is visible”, with the conversation at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hand, hair or a microphone lies over part of the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hand, hair or a microphone on the face, a turned head, a small, blurred or dark face makes a span not assessable. Such spans are missing, they are not neutral, and shares are taken of assessable time only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moment of the session that you mark, as a question or an interruption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person&apos;s own neutral face, taken from the recording by a stated rule. Values are shown against it, because faces at rest differ: somebody&apos;s brows may always look lowered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person reviews without seeing any reading. Only then does agreement between the two say something about the reading, not about the suggestion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stretch of the session that you name, as “after the question”. Figures can be given for each phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stretch of time of one person that is worth one reading. A new segment begins where the display changes, where the face appears or leaves, at a cut, or when a segment has become long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A talking mouth looks like an expression: speaking and silent time are shown apart, and readings while speaking deserve more doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU1, inner brow raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU10, upper lip raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU12, lip corner puller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU15, lip corner depressor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU16, lower lip depressor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU17, chin raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU2, outer brow raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU20, lip stretcher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU23/24, lip tightener or presser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU25, lips part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU26, jaw drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU4, brow lowerer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU43, eye closure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU5, upper lid raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU6/7, cheek raiser or lid tightener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AU9, nose wrinkler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action unit (AU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action units (FACS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affective tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement between raters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement beyond chance with another idea of chance: it stays steady where one display is very common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement on numbers, as intensities: the share of all differences that lies between moments and not between raters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As kappa, for any number of raters and with gaps. 0.8 and more is usually called reliable, below 0.67 not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At these moments the person&apos;s face could not be found in the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (κ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K finds every action, person and moment: type “12:41” or “consent”. F1 lists the keys. What is displayed is not what somebody feels: read it with the conversation at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentation and research aid; describes visible facial behaviour; not for diagnosis, treatment, risk or credibility decisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each block is a segment: its colour and letter say what the model reads as displayed, its height how probable that is. Hatched means not assessable. Click a block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person has a number, not a name. If the program took two people for one, or one for two, put it right here; it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reading opens into its reasons: from what was measured, over expressions, to the emotion as displayed. Click a reason to see its moment and its curve. Red reasons are contradicted by the measurement and do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much two raters agree beyond what chance alone would give: 1 is full agreement, 0 no more than chance. It falls when one display is very common, so look at the raw agreement too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How probable the model takes the named display to be, from 0 to 1, among seven (happiness, sadness, neutral, anger, surprise, disgust, fear). It says how sure the model is, not how strong the display is, and not how often the model is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly an action unit is shown, from 0 (not at all) to 1 (as far as it goes), estimated from the picture. It is not the five-step scale of a trained coder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well one rater&apos;s finds match another&apos;s, for one display: the harmonic mean of what was found rightly and what was found at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 183 psychotherapy videos, automatic face ratings agreed with what therapists saw but not with patients’ own ratings (Terhuerne et al. 2022).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha (α)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not validated for clinical use, and not validated for children, elderly people, faces under-represented in the training pictures, autism, Parkinson’s disease or other reduced facial movement, facial palsy, botulinum toxin, strong medication, masks or heavy beards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oblique brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One recorded meeting: its recordings, its people, the analyses, the reviews, the consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One statement about a segment, at one of three levels: an attribute (“the corners of the mouth are raised”), an expression (“a smile with raised cheeks”), or an emotion as displayed. Every clue has its span of time and its measured values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One visible movement of the face with a number in the Facial Action Coding System. The numbers are those coders use; the values here are estimated by the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People are told apart by position and appearance within this recording. Check that P1 and P2 are who you think they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of a display divided by all seconds in which the face was usable. The seconds stand beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of assessable time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody in the recording, numbered P1, P2, … Faces are followed through time and joined across gaps by place, hair and clothing; nobody is identified. Check that P1 and P2 are who you think they are, and put right what is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space plays and pauses; the arrow keys go frame by frame. The time that is shown is that of the very frame you see. F blurs every face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spontaneous displays are read less well than posed ones: eight commercial programs named 48 to 62 % of them as labelled, people more (Dupré et al. 2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums for each person and phase, always as shares of the time in which the face could be seen. Too little to conclude from is said as such.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows are lowered and drawn together, as in a frown. It often comes with effort or concentration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheeks are raised or the lids tightened, so that the eyes narrow. The program cannot tell the two apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chin is pushed up and the lower lip with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clues of a segment, joined from attribute over expression to emotion. It shows why the model reads what it reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corners of the mouth are drawn down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corners of the mouth are drawn up and back, as in a smile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes are opened wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes stay closed for longer than a blink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face could be seen, but no emotion is probable or stable enough to be named. The most probable ones are shown all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face holds too few pixels, moves too fast for the camera, or is lit too little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head is turned so far that the expression cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner ends of the brows go up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner ends of the brows lie above the outer ones, a mark of displayed sadness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jaw hangs, the mouth is open. Speech does this too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lips are apart. Speech does this too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lips are stretched sideways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lips are tightened or pressed together. The program cannot tell the two apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lower lip is drawn down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measured value minus the person&apos;s own neutral value. A raised lip corner counts by how far it is raised over that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nose is wrinkled. It is measured weakly here, from the slope of the brows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outer ends of the brows go up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probabilities of all seven displays together; they add up to 1. Two that are nearly alike mean that the model cannot tell them apart here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range in which the figure would lie in 95 of 100 repetitions, if other stretches of the same session had been seen. Found by drawing blocks of ten seconds again and again. Wide: too little was seen to say much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segment is read again two hundred times, each time from a somewhat different choice of its moments. Stability is the share of these readings that name the same display. Low: the reading hangs on a few moments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the time in which the face was usable. All other shares are shares of usable time only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper lip is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole result for one recording, with everything needed to get it again. It is never changed; a new one can be made beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no usable face. It is hatched and kept apart; it is never counted as neutral and never as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small, blurred, too dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a human says about a reading or a clue: agree, correct, reject, or unsure. It stands beside the analysis and changes nothing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is displayed, over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model says is displayed in a segment. It is a statement about the face, with its reasons, and can be wrong. It is never what the person feels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pixels gave: how strongly each action unit is shown, where the head and the gaze point, how well the face could be seen. Never an emotion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the measured values bear a clue out. Supported: they do. Contradicted: they say otherwise; such a clue is red and is never counted. Not measurable: nothing that could be measured speaks for or against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the person speaks for most of the segment. Speech moves the mouth and looks like an expression, so speaking and silent time are shown apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know more than the model. Press A to agree, C to correct, R to reject, U when you are unsure; N goes to the next segment worth a look. Your verdict stands beside the reading and never changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ever lost: what is undone stays here and can be done again. Consent and its withdrawal cannot be undone; a new statement replaces them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo everything after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the {count} changes after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {count} changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop. What is finished is kept, and the job can go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard. Ctrl+K finds an action that has no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height: probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you corrected it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you rejected it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {minutes} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {seconds} s ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkerDialog</name>
    <message>
        <source>A phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time is written as 83.5 or 1:23.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as “first question”; what was used before can be chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkersDialog</name>
    <message>
        <source>An event is a moment, a phase a span of time. Mark an event at the playhead with E; mark a span on the timeline and press P to make it a phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events and phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Whole session; the frame shows what is visible below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>A folder or a USB stick with models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file that is here is the right one (SHA-256).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not what the catalogue names: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program needs these files. They are fetched only when you press “Fetch”, from the addresses of the catalogue, and nothing about you or your recordings is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files looked at; taken: {taken}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewStudy</name>
    <message>
        <source>At the workplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical: another medical reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research with the consent of those who are recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety: a safety reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Therapy: documentation and supervision of psychotherapy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewStudyDialog</name>
    <message>
        <source>A study needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the study is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it, print it or write it down, then tick the box above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: another word makes it good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept the recovery key where nobody else finds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens the study when the passphrase is forgotten. It is shown only now and is kept nowhere: without passphrase and recovery key nobody can ever open the study again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the study… this takes about a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key of a study of VidEmo Studio, made {name}

{key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study&apos;s file says that it is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is shown only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase, or choose a study without encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: a computer guesses this. Add a word or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without encryption: whoever has the file can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as “Clinic, winter”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{strength} The two differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>A new note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the moment {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen note back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>An action, a person, an event, or a moment such as 12:41</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First segment of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {name} {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>For reading only: nothing can be changed, and others may write meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on, let this computer&apos;s keychain open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens with its passphrase, or with the recovery key that was shown when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an encrypted study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening… this takes about a second, to make guessing slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Analyse its recording first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {time} on, {first} and {second} are each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {time} on, {person} is somebody else, called {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has been found in this session yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is assessed or counted from {start} to {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} becomes {keep}: they are the same person from beginning to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} is neither assessed nor counted from {start} to {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} is shown as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} is the {role}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude: leave a span out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge: two are the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what their role is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split: from a time on it is somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap: from a time on two are mixed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody else in this recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pseudonym, never a real name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody in this recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
{person}, {share} assessable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Analyse a recording with Ctrl+R: its faces appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, role …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put people right: {what} (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonChip</name>
    <message>
        <source>excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({person}): in the picture for {seen}, {share} of it assessable. {baseline}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} assessable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>No job is under way. Analyses that you start are listed here and can be paused and resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped; what was finished is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RaterDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who could see the readings cannot rate blind afterwards. What a blind rater has judged keeps the mark “blind” when the blind rating ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rates blind: sees no readings and nobody else’s verdicts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The whole face looks like {emotion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two signals disagree: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>movements were measured that a face at rest does not make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no movement that belongs to it was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {share} · {stable}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same in {same} of {all} re-samplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{emotion} displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{emotion} is possible too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{signal} alone, {emotion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{signal} alone: {emotion} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{signal}, {emotion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {value}, counts from {threshold}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {value}, usually {usual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: could not be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: probability {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {value}, from 0 (not there) to 1 (fully there); counts from {threshold}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {value}, from 0 (not there) to 1 (fully there); usual for {person}: {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {value}; counts from {threshold}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {value}; counts from {threshold}; usual for {person}: {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonsGraph</name>
    <message>
        <source>Graph of reasons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonsTree</name>
    <message>
        <source>Reasons, from the emotion down to what was measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Take {name} off this list; the file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelinkDialog</name>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every recording is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find missing recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These recordings are not where the study says. Choose the folder they were moved to: it is searched with all folders below it, and files are told by their content, not by their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the recordings are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is left to check in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reason is contradicted by what was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reading is not very probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reading is unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two signals disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have not rated it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reviews now, blind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reviews now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (blind)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} corrects to {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source> ({level} interval {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement between you and the model appears here as you judge segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to check: {person} {time}, {why} · {count} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is left to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {other}: no figure. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not judged a segment of {person} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on “{clue}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{coder}: {rates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}, agreement with {other}: no figure. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}, agreement with {other}: κ {kappa}{interval}, the same {raw} of {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the computer is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up by itself while I work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every four hours in which a study was changed, a verified copy is laid beside it, encrypted as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown once by itself, and whenever you choose it in the menu “Help”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dialogs speak it at once, the rest of the window after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews and the history carry it. Empty: the name of your user account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tour when the example opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of displays are told apart by colour-blind eyes in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name as a rater</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>A study can be opened by this computer&apos;s keychain: choose that when you type its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold at once, on this computer and for your user account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Escape or Cancel once more to drop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A file that ends in .vemo, with its passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add recordings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch them, or bring them on a USB stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended use: {use}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One encrypted file for sessions and reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open now: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads displayed emotion in recorded sessions, on this computer, with reasons that can be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies that you open are listed here. Begin with the example, or make a study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study holds no session yet. Add a recording to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twenty seconds of a woman who cries and then laughs. Every reading opens into its reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing, how long an hour takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop a study or recordings anywhere on this page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>A first result: the job is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured intensity {value} of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes and seconds, as 12:38.2, or seconds alone:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most probable: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody speaks for most of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessable here: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessable: there is no usable face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not usable in part: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody speaks for most of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distribution is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face can be read throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face could not be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads {label} as displayed, with a probability of {probability}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads {label} as displayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear: the model finds no emotion probable or stable enough to be named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 83.5 or 1:23.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} for {share} % of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rater} {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rater} {verdict}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % assessable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Curves are hidden from a rater who works blind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First results: the job is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark its span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colours, letters and signs mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnfinishedRow</name>
    <message>
        <source>Interrupted earlier: {name}. Finished parts that are kept: {pieces}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>A backup was made and verified: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every recording of this study is where it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export of analysis {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let somebody else export this session, or end the blind review under “Who reviews…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another one first, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one with “Analyse…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example is a short clip that is analysed on this computer. What it needs is not here yet: fetch it once, or take it from a folder or a USB stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open study is for reading only, so nothing can be added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is made. Add a recording to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no finished analysis to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s keychain opens the study from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You review without seeing the readings, and an export shows them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the end of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the log: {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page is read, the log is followed link by link, and every record is compared with what the log says of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is not as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down outside the study: it proves later that nothing was cut off or exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyEvidence</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence · {clue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First results of a running analysis; the curves can be looked at when it is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by {analyst}, {software} {version}, with {models}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model’s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the built-in analyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: no curve was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>··· counts from {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– – usual {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyHeading</name>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{emotion} displayed · {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{emotion} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} assessable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stable} · most probable: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stable} · next: {list}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one on the timeline, or press ↑ and ↓: the reasons for its reading appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First results of a running analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessable: no usable face, so nothing is read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press C and choose what you see displayed. The model’s reading and its reasons stay hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the reasons …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reasons can be looked at when it is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You rate blind: give your own label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contradicted, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not measurable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} · no reason for the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} · reasons: see above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}, {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}, {span}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {support}. {detail}. {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {verdict} · {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The brows are lowered and the lids are tense or wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows are lowered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows are raised and pulled together at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows are raised and the eyes opened wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows are raised and the jaw has dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows are raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brows slope: their inner ends are drawn up and together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes are closed or lowered and the brows are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes are opened wide and the lips pulled sideways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes are shut, the lips closed and the mouth drawn, as in crying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner ends of the brows are raised and pulled together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner ends of the brows are raised, the outer ends are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lip corners are pulled down and the chin is pushed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lip corners are pulled down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lip corners are pulled up and the cheeks raised or the lids tightened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lip corners are pulled up with the lips parted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lip corners are pulled up; the cheeks are not clearly raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lips are pressed or tightened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lips are pulled sideways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nose is wrinkled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open lips are stretched under raised brows and open eyes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper lip is raised without a smile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>action units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appearance of the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appearance of the whole face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brow lowerer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows lowered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows lowered or drawn together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows lowered with tense eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows raised and drawn together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows raised with dropped jaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows raised with wide eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bystander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheek raiser or lid tightener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheeks raised or lids tightened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chin pushed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chin raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed eyes with drawn brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disgust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eye closure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes closed or lowered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes opened wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for most of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaze to the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaze up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grimace under raised brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>happiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head raised or lowered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head shake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head tilted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner brow ends drawn up and together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner brow raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner brows raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner brows raised and drawn together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner ends of the brows above the outer ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jaw drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jaw dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip corner depressor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip corner puller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip corners down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip corners down with raised chin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip corners pulled down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip corners pulled up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip stretcher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip tightener or presser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lips part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lips parted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lips pulled sideways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lips tightened or pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest length of a segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower lip depressor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower lip pulled down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no face found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nose wrinkled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nose wrinkler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not assessable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oblique brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open laugh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outer brow raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outer brows raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pressed lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised upper lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sadness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shot cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smile with raised cheeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tearful face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the display changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face appears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face becomes more or less visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>therapist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the person&apos;s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the person&apos;s right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper lid raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper lip raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper lip raiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide eyes with stretched lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrinkled nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {role}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Verdict</name>
    <message>
        <source>choose a segment to say whether its reading is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no verdict of yours yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you reject it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · “{comment}” · saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
