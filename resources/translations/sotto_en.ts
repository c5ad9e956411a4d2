<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FileActions</name>
    <message numerus="yes">
        <source>%n thing(s) in the file had to be mended.</source>
        <translation>
            <numerusform>%n thing in the file had to be mended.</numerusform>
            <numerusform>%n things in the file had to be mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that were not saved are here again.</source>
        <translation>
            <numerusform>%n change that was not saved is here again.</numerusform>
            <numerusform>%n changes that were not saved are here again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListenActions</name>
    <message numerus="yes">
        <source>%n cue(s) were written down, some with times that can&apos;t be: look at what was mended.</source>
        <translation>
            <numerusform>%n cue was written down, with times that can&apos;t be: look at what was mended.</numerusform>
            <numerusform>%n cues were written down, some with times that can&apos;t be: look at what was mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cue(s) were written down.</source>
        <translation>
            <numerusform>%n cue was written down.</numerusform>
            <numerusform>%n cues were written down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShiftDialog</name>
    <message numerus="yes">
        <source>The current one and all that &amp;follow (%n)</source>
        <translation>
            <numerusform>The current one and all that &amp;follow (%n)</numerusform>
            <numerusform>The current one and all that &amp;follow (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All (%n)</source>
        <translation>
            <numerusform>&amp;All (%n)</numerusform>
            <numerusform>&amp;All (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Selected (%n)</source>
        <translation>
            <numerusform>&amp;Selected (%n)</numerusform>
            <numerusform>&amp;Selected (%n)</numerusform>
        </translation>
    </message>
</context>
</TS>
