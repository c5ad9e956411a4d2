<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sotto</source>
        <translation>Om Sotto</translation>
    </message>
    <message>
        <source>A subtitle editor that listens: Whisper on your own machine.</source>
        <translation>Et tekstingsprogram som lytter: Whisper på din egen maskin.</translation>
    </message>
    <message>
        <source>Nothing is uploaded, no usage is counted: Sotto connects only to fetch a model that you ask for.</source>
        <translation>Ingenting lastes opp, ingen bruk telles: Sotto åpner en forbindelse bare for å hente en modell som du har bedt om.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Fri programvare under GNU General Public License, versjon 3 eller senere. Den leveres uten noen garanti.</translation>
    </message>
    <message>
        <source>Made with:</source>
        <translation>Laget med:</translation>
    </message>
    <message>
        <source>Packages that Sotto is made with</source>
        <translation>Pakker som Sotto er laget med</translation>
    </message>
</context>
<context>
    <name>AgainActions</name>
    <message>
        <source>Stopped: the cues stay as they are.</source>
        <translation>Stoppet: replikkene forblir som de er.</translation>
    </message>
    <message>
        <source>Transcribe &amp;again...</source>
        <translation>Transkriber på &amp;nytt …</translation>
    </message>
    <message>
        <source>Hear the selected cues once more, and choose between the old texts and the new ones</source>
        <translation>Hør de merkede replikkene en gang til, og velg mellom de gamle tekstene og de nye</translation>
    </message>
    <message>
        <source>&amp;Compare what was heard again...</source>
        <translation>&amp;Sammenlign det som ble hørt på nytt …</translation>
    </message>
    <message>
        <source>Choose between the old texts and the new ones</source>
        <translation>Velg mellom de gamle tekstene og de nye</translation>
    </message>
    <message>
        <source>There is nothing to hear: the selected cues have no length, or begin after the film.</source>
        <translation>Det er ingenting å høre: de merkede replikkene har ingen varighet, eller de begynner etter filmen.</translation>
    </message>
    <message>
        <source>Rows replaced: {0}.</source>
        <translation>Rader erstattet: {0}.</translation>
    </message>
    <message>
        <source>Rows replaced: {0}. Changed meanwhile, kept: {1}.</source>
        <translation>Rader erstattet: {0}. Endret i mellomtiden og beholdt: {1}.</translation>
    </message>
    <message>
        <source>Nothing was heard there: the cues stay as they are.</source>
        <translation>Ingenting ble hørt der: replikkene forblir som de er.</translation>
    </message>
    <message>
        <source>Heard again: choose “Compare what was heard again” when you like.</source>
        <translation>Hørt på nytt: velg «Sammenlign det som ble hørt på nytt» når du vil.</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transkriber på nytt</translation>
    </message>
    <message>
        <source>{0} The cues stay as they are.</source>
        <translation>{0} Replikkene forblir som de er.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;La det være</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Cue</source>
        <translation>Replikk</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nå</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Rettet</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>Kolonnene i rekkefølge</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Flytt opp</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Flytt ned</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt with an arrow moves it.</source>
        <translation>Mellomrom viser eller skjuler en kolonne, Alt med en pil flytter den.</translation>
    </message>
    <message>
        <source>One column at least has to be shown.</source>
        <translation>Minst én kolonne må vises.</translation>
    </message>
</context>
<context>
    <name>CueActions</name>
    <message>
        <source>&amp;Insert after</source>
        <translation>Sett inn &amp;etter</translation>
    </message>
    <message>
        <source>Insert &amp;before</source>
        <translation>Sett &amp;inn før</translation>
    </message>
    <message>
        <source>Insert at the playhe&amp;ad</source>
        <translation>Sett inn ved spille&amp;hodet</translation>
    </message>
    <message>
        <source>Duplica&amp;te</source>
        <translation>&amp;Dupliser</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>S&amp;lett</translation>
    </message>
    <message>
        <source>&amp;Split at the cursor</source>
        <translation>Del ved &amp;markøren</translation>
    </message>
    <message>
        <source>Split the text where the cursor stands; each part gets the time in which it is said</source>
        <translation>Del teksten der markøren står; hver del får tiden den blir sagt på</translation>
    </message>
    <message>
        <source>Split at the play&amp;head</source>
        <translation>Del &amp;ved spillehodet</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>Slå s&amp;ammen</translation>
    </message>
    <message>
        <source>Merge as dialo&amp;gue</source>
        <translation>Sl&amp;å sammen som dialog</translation>
    </message>
    <message>
        <source>Itali&amp;c</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>B&amp;old</source>
        <translation>&amp;Fet</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Understreket</translation>
    </message>
    <message>
        <source>Brea&amp;k lines</source>
        <translation>&amp;Bryt linjer</translation>
    </message>
    <message>
        <source>Mark as &amp;verified</source>
        <translation>Merk som godk&amp;jent</translation>
    </message>
    <message>
        <source>&amp;Edit the text</source>
        <translation>Rediger &amp;teksten</translation>
    </message>
    <message>
        <source>&amp;Previous cue</source>
        <translation>Forri&amp;ge replikk</translation>
    </message>
    <message>
        <source>&amp;Next cue</source>
        <translation>Neste &amp;replikk</translation>
    </message>
    <message>
        <source>&amp;First cue</source>
        <translation>F&amp;ørste replikk</translation>
    </message>
    <message>
        <source>&amp;Last cue</source>
        <translation>&amp;Siste replikk</translation>
    </message>
    <message>
        <source>Next doubtful &amp;word</source>
        <translation>&amp;Neste usikre ord</translation>
    </message>
    <message>
        <source>Previous doubtful wo&amp;rd</source>
        <translation>Forrige usikre &amp;ord</translation>
    </message>
    <message>
        <source>No cue stands at the playhead</source>
        <translation>Det er ingen replikk ved spillehodet</translation>
    </message>
    <message>
        <source>No more doubtful words in this direction</source>
        <translation>Ingen flere usikre ord i denne retningen</translation>
    </message>
</context>
<context>
    <name>CueEditor</name>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Oversettelse</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Slutt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Varighet</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Taler</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>St&amp;art</translation>
    </message>
    <message>
        <source>E&amp;nd</source>
        <translation>Sl&amp;utt</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>Vari&amp;ghet</translation>
    </message>
    <message>
        <source>Spea&amp;ker</source>
        <translation>&amp;Taler</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>Ingen oversettelse</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ingen</translation>
    </message>
</context>
<context>
    <name>CueModel</name>
    <message>
        <source>machine</source>
        <translation>maskin</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>redigert</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>godkjent</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problem</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>usikker</translation>
    </message>
    <message>
        <source>no translation</source>
        <translation>ingen oversettelse</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Slutt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Varighet</translation>
    </message>
    <message>
        <source>CPS</source>
        <translation>Tegn/s</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Taler</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Oversettelse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>CueTable</name>
    <message>
        <source>Cues</source>
        <translation>Replikker</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Picture</source>
        <translation>Bilde</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Replikker</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Replikk</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemer</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Oppgaver</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Bølgeform</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>An import or a removal broke off: what is left of it can be removed.</source>
        <translation>En import eller fjerning ble avbrutt: det som er igjen av den, kan fjernes.</translation>
    </message>
    <message>
        <source>The model is here.</source>
        <translation>Modellen er her.</translation>
    </message>
    <message>
        <source>What has come is kept: Resume goes on from there.</source>
        <translation>Det som er kommet, er beholdt: «Fortsett» går videre derfra.</translation>
    </message>
</context>
<context>
    <name>Emptiness</name>
    <message>
        <source>No film or sound is open yet.</source>
        <translation>Ingen film eller lyd er åpen ennå.</translation>
    </message>
    <message>
        <source>This film has no sound: there is nothing to write down.</source>
        <translation>Denne filmen har ingen lyd: det er ingenting å skrive ned.</translation>
    </message>
    <message>
        <source>The transcription broke off before the first cue.</source>
        <translation>Transkripsjonen ble avbrutt før den første replikken.</translation>
    </message>
    <message>
        <source>No speech was found: choose the language or another model, and try again.</source>
        <translation>Ingen tale ble funnet: velg språket eller en annen modell, og prøv igjen.</translation>
    </message>
    <message>
        <source>The film is being prepared, {0} %; it can be transcribed already.</source>
        <translation>Filmen forberedes, {0} %; den kan alt transkriberes.</translation>
    </message>
    <message>
        <source>The film is ready to be transcribed: Sotto writes down what is said.</source>
        <translation>Filmen er klar til å transkriberes: Sotto skriver ned det som blir sagt.</translation>
    </message>
    <message>
        <source>The transcription rests.</source>
        <translation>Transkripsjonen hviler.</translation>
    </message>
    <message>
        <source>The transcription is being stopped...</source>
        <translation>Transkripsjonen stoppes …</translation>
    </message>
    <message>
        <source>Listening: the first cues will be here soon.</source>
        <translation>Lytter: de første replikkene er snart her.</translation>
    </message>
    <message>
        <source>Open film or sound...</source>
        <translation>Åpne film eller lyd …</translation>
    </message>
    <message>
        <source>Transcribe...</source>
        <translation>Transkriber …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsett</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Break lines</source>
        <translation>Bryt linjer</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>Endre farge</translation>
    </message>
    <message>
        <source>Change frame rate</source>
        <translation>Endre bildefrekvens</translation>
    </message>
    <message>
        <source>Change style</source>
        <translation>Endre stil</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Endre tekst</translation>
    </message>
    <message>
        <source>Change translation</source>
        <translation>Endre oversettelse</translation>
    </message>
    <message>
        <source>Choose media</source>
        <translation>Velg medium</translation>
    </message>
    <message>
        <source>Cut anew</source>
        <translation>Del opp på nytt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliser</translation>
    </message>
    <message>
        <source>Extend to next</source>
        <translation>Forleng til neste</translation>
    </message>
    <message>
        <source>Extend to previous</source>
        <translation>Forleng til forrige</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Sett inn</translation>
    </message>
    <message>
        <source>Insert after</source>
        <translation>Sett inn etter</translation>
    </message>
    <message>
        <source>Insert before</source>
        <translation>Sett inn før</translation>
    </message>
    <message>
        <source>Mark as verified</source>
        <translation>Merk som godkjent</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Slå sammen</translation>
    </message>
    <message>
        <source>Merge as dialogue</source>
        <translation>Slå sammen som dialog</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flytt</translation>
    </message>
    <message>
        <source>Rename speaker</source>
        <translation>Gi taler nytt navn</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Erstatt</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Erstatt alle</translation>
    </message>
    <message>
        <source>Replace document</source>
        <translation>Erstatt dokumentet</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>Sett slutt</translation>
    </message>
    <message>
        <source>Set languages</source>
        <translation>Velg språk</translation>
    </message>
    <message>
        <source>Set profile</source>
        <translation>Velg profil</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Velg taler</translation>
    </message>
    <message>
        <source>Set start</source>
        <translation>Sett start</translation>
    </message>
    <message>
        <source>Set times</source>
        <translation>Sett tider</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Forskyv</translation>
    </message>
    <message>
        <source>Shift from here on</source>
        <translation>Forskyv herfra</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sorter</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Split at time</source>
        <translation>Del ved tid</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strekk</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkriber</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transkriber på nytt</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Oversett</translation>
    </message>
    <message>
        <source>A cue can&apos;t begin there: choose a time inside of the film</source>
        <translation>En replikk kan ikke begynne der: velg en tid i filmen</translation>
    </message>
    <message>
        <source>A cue has to end after its start: drag it longer</source>
        <translation>En replikk må slutte etter starten: dra den lengre</translation>
    </message>
    <message>
        <source>A cue was changed since it was checked: check again</source>
        <translation>En replikk er endret siden den ble kontrollert: kontroller på nytt</translation>
    </message>
    <message>
        <source>A cue was changed since it was heard again: choose again</source>
        <translation>En replikk er endret siden den ble hørt på nytt: velg på nytt</translation>
    </message>
    <message>
        <source>A cue was edited meanwhile and stays as it is: leave it out of what is replaced</source>
        <translation>En replikk ble redigert i mellomtiden og forblir som den er: utelat den fra det som erstattes</translation>
    </message>
    <message>
        <source>A cue would end after 99:59:59.999: choose an earlier time</source>
        <translation>En replikk ville slutte etter 99:59:59.999: velg en tidligere tid</translation>
    </message>
    <message>
        <source>A selected cue is no longer in the document: select again</source>
        <translation>En merket replikk er ikke lenger i dokumentet: merk på nytt</translation>
    </message>
    <message>
        <source>A speaker needs a name: type one, or set the speaker of the cues to nobody</source>
        <translation>En taler trenger et navn: skriv et, eller sett replikkenes taler til ingen</translation>
    </message>
    <message>
        <source>Both points are at the same time: choose two cues far apart</source>
        <translation>Begge punktene er på samme tid: velg to replikker langt fra hverandre</translation>
    </message>
    <message>
        <source>No cue follows the last one: set its end instead</source>
        <translation>Ingen replikk følger den siste: sett slutten i stedet</translation>
    </message>
    <message>
        <source>No cue is selected: select one first</source>
        <translation>Ingen replikk er merket: merk en først</translation>
    </message>
    <message>
        <source>No cue stands before the first one: set its start instead</source>
        <translation>Ingen replikk står før den første: sett starten i stedet</translation>
    </message>
    <message>
        <source>One cue alone can&apos;t be merged: select two or more</source>
        <translation>Én replikk alene kan ikke slås sammen: merk to eller flere</translation>
    </message>
    <message>
        <source>One of the halves would have no text: put the cursor between two words</source>
        <translation>En av halvdelene ville bli uten tekst: sett markøren mellom to ord</translation>
    </message>
    <message>
        <source>Other cues stand between the selected ones: select cues that follow each other</source>
        <translation>Det står andre replikker mellom de merkede: merk replikker som følger hverandre</translation>
    </message>
    <message>
        <source>The cue has only one word: set its end and insert another cue</source>
        <translation>Replikken har bare ett ord: sett slutten og sett inn en ny replikk</translation>
    </message>
    <message>
        <source>The cue is no longer in the document: choose another one</source>
        <translation>Replikken er ikke lenger i dokumentet: velg en annen</translation>
    </message>
    <message>
        <source>The cue is too short to be split: give it more time first</source>
        <translation>Replikken er for kort til å deles: gi den mer tid først</translation>
    </message>
    <message>
        <source>The cue would end before it starts: set its other time first, or move the cue</source>
        <translation>Replikken ville slutte før den starter: sett den andre tiden først, eller flytt replikken</translation>
    </message>
    <message>
        <source>The points would change their order: the later one must stay the later one</source>
        <translation>Punktene ville bytte rekkefølge: det seneste må forbli det seneste</translation>
    </message>
    <message>
        <source>The regular expression calls itself, which search does not allow: simplify it</source>
        <translation>Det regulære uttrykket kaller seg selv, og det tillater ikke søket: forenkle det</translation>
    </message>
    <message>
        <source>The regular expression is too deep or too big: simplify it</source>
        <translation>Det regulære uttrykket er for dypt eller for stort: forenkle det</translation>
    </message>
    <message>
        <source>The time is not inside of the cue: choose one between its start and its end</source>
        <translation>Tiden er ikke inne i replikken: velg en mellom start og slutt</translation>
    </message>
    <message>
        <source>The transcription was undone, and what it hears has no place: start it again</source>
        <translation>Transkripsjonen ble angret, og det den hører, har ingen plass: start den på nytt</translation>
    </message>
    <message>
        <source>There is no speaker of that name any more: choose another one</source>
        <translation>Det finnes ingen taler med det navnet lenger: velg en annen</translation>
    </message>
    <message>
        <source>There is no text to style: select a cue with text</source>
        <translation>Det er ingen tekst å gi stil: merk en replikk med tekst</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Det er ingenting å gjøre om</translation>
    </message>
    <message>
        <source>There is nothing to search for: type some text</source>
        <translation>Det er ingenting å søke etter: skriv litt tekst</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Det er ingenting å angre</translation>
    </message>
    <message>
        <source>Two fixes are for the same cue: apply one, then check again</source>
        <translation>To rettelser gjelder samme replikk: bruk én, og kontroller på nytt</translation>
    </message>
    <message>
        <source>What was found has changed meanwhile: search again</source>
        <translation>Det som ble funnet, er endret i mellomtiden: søk på nytt</translation>
    </message>
    <message>
        <source>A cue without text</source>
        <translation>En replikk uten tekst</translation>
    </message>
    <message>
        <source>A cue that ends before it begins, or at once</source>
        <translation>En replikk som slutter før den begynner, eller samtidig</translation>
    </message>
    <message>
        <source>A cue that begins before the film</source>
        <translation>En replikk som begynner før filmen</translation>
    </message>
    <message>
        <source>A cue that begins before the one above it</source>
        <translation>En replikk som begynner før den over</translation>
    </message>
    <message>
        <source>A cue that begins before the one before it has ended</source>
        <translation>En replikk som begynner før den forrige er slutt</translation>
    </message>
    <message>
        <source>A cue that stands while none of its words is said</source>
        <translation>En replikk som står mens ingen av ordene blir sagt</translation>
    </message>
    <message>
        <source>A line that is too long</source>
        <translation>En linje som er for lang</translation>
    </message>
    <message>
        <source>A cue with too much text</source>
        <translation>En replikk med for mye tekst</translation>
    </message>
    <message>
        <source>A cue with too many lines</source>
        <translation>En replikk med for mange linjer</translation>
    </message>
    <message>
        <source>A line with too many words</source>
        <translation>En linje med for mange ord</translation>
    </message>
    <message>
        <source>A cue that stands too short</source>
        <translation>En replikk som står for kort</translation>
    </message>
    <message>
        <source>A cue that stands too long</source>
        <translation>En replikk som står for lenge</translation>
    </message>
    <message>
        <source>A cue that must be read too fast</source>
        <translation>En replikk som må leses for fort</translation>
    </message>
    <message>
        <source>A cue that stands too long for its text</source>
        <translation>En replikk som står for lenge for teksten</translation>
    </message>
    <message>
        <source>A cue with more words than can be read in its time</source>
        <translation>En replikk med flere ord enn en rekker å lese</translation>
    </message>
    <message>
        <source>Two cues too close together</source>
        <translation>To replikker for tett på hverandre</translation>
    </message>
    <message>
        <source>A short gap that should be closed</source>
        <translation>Et kort mellomrom som bør lukkes</translation>
    </message>
    <message>
        <source>A break that isn&apos;t needed</source>
        <translation>Et linjeskift som ikke trengs</translation>
    </message>
    <message>
        <source>A cue before its words</source>
        <translation>En replikk før ordene</translation>
    </message>
    <message>
        <source>A cue behind its words</source>
        <translation>En replikk etter ordene</translation>
    </message>
    <message>
        <source>A cue that outlasts its words</source>
        <translation>En replikk som står lenger enn ordene</translation>
    </message>
    <message>
        <source>A cue of the machine that nobody has listened to</source>
        <translation>En maskinreplikk som ingen har lyttet til</translation>
    </message>
    <message>
        <source>A cue without a translation</source>
        <translation>En replikk uten oversettelse</translation>
    </message>
    <message>
        <source>Nobody sees anything for as long as it stands, and many players show an empty box.</source>
        <translation>Ingen ser noe så lenge den står, og mange spillere viser en tom boks.</translation>
    </message>
    <message>
        <source>Players never show it, or stop reading the file here.</source>
        <translation>Spillere viser den aldri, eller slutter å lese filen her.</translation>
    </message>
    <message>
        <source>It can&apos;t be written in most formats and would be moved to zero.</source>
        <translation>Den kan ikke skrives i de fleste formater og ville bli flyttet til null.</translation>
    </message>
    <message>
        <source>Some players show cues in the order of the file and skip this one.</source>
        <translation>Noen spillere viser replikkene i filens rekkefølge og hopper over denne.</translation>
    </message>
    <message>
        <source>Two cues at a time cover each other or jump, and readers lose the line they were in.</source>
        <translation>To replikker samtidig dekker hverandre eller hopper, og leseren mister linjen.</translation>
    </message>
    <message>
        <source>What is read is not what is heard: for many viewers that makes both unusable.</source>
        <translation>Det som leses, er ikke det som høres: for mange seere gjør det begge deler ubrukelige.</translation>
    </message>
    <message>
        <source>It runs off narrow screens, or is broken by the player where nobody wanted it.</source>
        <translation>Den går ut over smale skjermer, eller brytes av spilleren der ingen ville ha det.</translation>
    </message>
    <message>
        <source>The eye stays with the text and misses the picture.</source>
        <translation>Øyet blir ved teksten og går glipp av bildet.</translation>
    </message>
    <message>
        <source>It hides the picture, faces first of all.</source>
        <translation>Den skjuler bildet, først og fremst ansikter.</translation>
    </message>
    <message>
        <source>You asked for fewer.</source>
        <translation>Du ba om færre.</translation>
    </message>
    <message>
        <source>The eye needs time to find a cue before it can read it; this one only flickers.</source>
        <translation>Øyet trenger tid til å finne en replikk før det kan lese den; denne bare blinker.</translation>
    </message>
    <message>
        <source>Who has read it long ago begins to read it again, and waits for the next one.</source>
        <translation>Den som har lest den for lengst, begynner å lese den igjen og venter på den neste.</translation>
    </message>
    <message>
        <source>Most viewers can&apos;t finish it, or see nothing of the film while they do.</source>
        <translation>De fleste seere rekker ikke å lese den ferdig, eller ser ikke noe av filmen imens.</translation>
    </message>
    <message>
        <source>Who has read it long ago begins to read it again.</source>
        <translation>Den som har lest den for lengst, begynner å lese den igjen.</translation>
    </message>
    <message>
        <source>Without a moment between them the eye doesn&apos;t see that the text has changed.</source>
        <translation>Uten et øyeblikk mellom dem ser ikke øyet at teksten er endret.</translation>
    </message>
    <message>
        <source>The screen is blank for a blink: that flickers and takes reading time away.</source>
        <translation>Skjermen er tom et øyeblikk: det blinker og tar bort lesetid.</translation>
    </message>
    <message>
        <source>A short text on two lines hides more of the picture and is read more slowly.</source>
        <translation>En kort tekst på to linjer skjuler mer av bildet og leses langsommere.</translation>
    </message>
    <message>
        <source>It gives away what is about to be said.</source>
        <translation>Den røper det som snart blir sagt.</translation>
    </message>
    <message>
        <source>Who hears and reads at once is disturbed, and the time to read is lost.</source>
        <translation>Den som hører og leser samtidig, blir forstyrret, og lesetiden går tapt.</translation>
    </message>
    <message>
        <source>It seems to belong to the silence, or to whoever speaks next.</source>
        <translation>Den ser ut til å høre til stillheten, eller til den som snakker etterpå.</translation>
    </message>
    <message>
        <source>A model invents words now and then, and only a person can vouch for them.</source>
        <translation>En modell finner på ord nå og da, og bare et menneske kan gå god for dem.</translation>
    </message>
    <message>
        <source>Who reads the translation sees nothing while this is said.</source>
        <translation>Den som leser oversettelsen, ser ingenting mens dette blir sagt.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>tegn</translation>
    </message>
    <message>
        <source>characters/s</source>
        <translation>tegn/s</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>linjer</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>ms/character</source>
        <translation>ms/tegn</translation>
    </message>
    <message>
        <source>words</source>
        <translation>ord</translation>
    </message>
    <message>
        <source>words/min</source>
        <translation>ord/min</translation>
    </message>
    <message>
        <source>times are left out</source>
        <translation>tider utelates</translation>
    </message>
    <message>
        <source>the ends of cues are left out</source>
        <translation>slutten på replikker utelates</translation>
    </message>
    <message>
        <source>times are rounded</source>
        <translation>tider avrundes</translation>
    </message>
    <message>
        <source>times before zero become zero</source>
        <translation>tider før null blir null</translation>
    </message>
    <message>
        <source>italic is left out</source>
        <translation>kursiv utelates</translation>
    </message>
    <message>
        <source>bold is left out</source>
        <translation>fet skrift utelates</translation>
    </message>
    <message>
        <source>underline is left out</source>
        <translation>understreking utelates</translation>
    </message>
    <message>
        <source>colours are left out</source>
        <translation>farger utelates</translation>
    </message>
    <message>
        <source>line breaks become spaces</source>
        <translation>linjeskift blir mellomrom</translation>
    </message>
    <message>
        <source>empty lines inside a cue are left out</source>
        <translation>tomme linjer i en replikk utelates</translation>
    </message>
    <message>
        <source>spaces beside spaces and at the ends of lines may be left out</source>
        <translation>mellomrom ved siden av mellomrom og på slutten av linjer kan utelates</translation>
    </message>
    <message>
        <source>cues without text are left out</source>
        <translation>replikker uten tekst utelates</translation>
    </message>
    <message>
        <source>characters that the format cannot write are replaced</source>
        <translation>tegn som formatet ikke kan skrive, erstattes</translation>
    </message>
    <message>
        <source>speakers stand as text before their words</source>
        <translation>talere står som tekst foran ordene sine</translation>
    </message>
    <message>
        <source>translations are left out</source>
        <translation>oversettelser utelates</translation>
    </message>
    <message>
        <source>the times of single words are left out</source>
        <translation>tidene for enkeltord utelates</translation>
    </message>
    <message>
        <source>notes are left out</source>
        <translation>notater utelates</translation>
    </message>
    <message>
        <source>the language is left out</source>
        <translation>språket utelates</translation>
    </message>
    <message>
        <source>what another format says of cues or file (positions, styles, names of cues) is left out</source>
        <translation>det et annet format sier om replikker eller fil (plassering, stiler, navn på replikker), utelates</translation>
    </message>
    <message>
        <source>who checked a cue, the media, the profile and the list of speakers stay in the project</source>
        <translation>hvem som kontrollerte en replikk, mediet, profilen og listen over talere blir i prosjektet</translation>
    </message>
    <message>
        <source>cues follow each other too closely for this format and are left out</source>
        <translation>replikker følger for tett på hverandre for dette formatet og utelates</translation>
    </message>
    <message>
        <source>the encoding became UTF-8, since the old one lacks a character</source>
        <translation>tegnkodingen ble UTF-8, siden den gamle mangler et tegn</translation>
    </message>
    <message>
        <source>Subtitle Edit&apos;s default</source>
        <translation>Standard i Subtitle Edit</translation>
    </message>
    <message>
        <source>Netflix, languages other than English</source>
        <translation>Netflix, andre språk enn engelsk</translation>
    </message>
    <message>
        <source>Netflix, languages other than English, for children</source>
        <translation>Netflix, andre språk enn engelsk, for barn</translation>
    </message>
    <message>
        <source>Netflix, English</source>
        <translation>Netflix, engelsk</translation>
    </message>
    <message>
        <source>Netflix, English, for children</source>
        <translation>Netflix, engelsk, for barn</translation>
    </message>
    <message>
        <source>Netflix, English, for the deaf and hard of hearing</source>
        <translation>Netflix, engelsk, for døve og hørselshemmede</translation>
    </message>
    <message>
        <source>Netflix, English, for deaf and hard of hearing children</source>
        <translation>Netflix, engelsk, for døve og hørselshemmede barn</translation>
    </message>
    <message>
        <source>Amazon Prime Video</source>
        <translation>Amazon Prime Video</translation>
    </message>
    <message>
        <source>BBC (derived: its own text was not read)</source>
        <translation>BBC (avledet: dens egen tekst ble ikke lest)</translation>
    </message>
    <message>
        <source>DCMP, education in the US, adults</source>
        <translation>DCMP, undervisning i USA, voksne</translation>
    </message>
    <message>
        <source>DCMP, education in the US, lower and middle level</source>
        <translation>DCMP, undervisning i USA, lavere og midtre trinn</translation>
    </message>
    <message>
        <source>FCC, television in the US (47 CFR 79.1(j)(2)): no numbers, but words that nobody has checked</source>
        <translation>FCC, fjernsyn i USA (47 CFR 79.1(j)(2)): ingen tall, men ord som ingen har kontrollert</translation>
    </message>
    <message>
        <source>Subtitle Composer&apos;s default</source>
        <translation>Standard i Subtitle Composer</translation>
    </message>
    <message>
        <source>Aegisub&apos;s default</source>
        <translation>Standard i Aegisub</translation>
    </message>
    <message>
        <source>TikTok and Shorts</source>
        <translation>TikTok og Shorts</translation>
    </message>
</context>
<context>
    <name>EngineProcess</name>
    <message>
        <source>The engine was stopped.</source>
        <translation>Motoren ble stoppet.</translation>
    </message>
    <message>
        <source>The engine answered something that can&apos;t be understood, and was stopped. Try again; if that does not help, install Sotto again.</source>
        <translation>Motoren svarte noe som ikke kan forstås, og ble stoppet. Prøv igjen; hvis det ikke hjelper, installer Sotto på nytt.</translation>
    </message>
    <message>
        <source>The engine could not be started: install Sotto again.</source>
        <translation>Motoren kunne ikke startes: installer Sotto på nytt.</translation>
    </message>
    <message>
        <source>The engine was ended by the system, maybe because memory ran out: close other programs, or try a smaller model.</source>
        <translation>Motoren ble avsluttet av systemet, kanskje fordi minnet tok slutt: lukk andre programmer, eller prøv en mindre modell.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly. Try again: what was done is kept.</source>
        <translation>Motoren stoppet uventet. Prøv igjen: det som var gjort, er beholdt.</translation>
    </message>
    <message>
        <source>The engine was stopped, since it did not answer.</source>
        <translation>Motoren ble stoppet fordi den ikke svarte.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Eksporter</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksporter …</translation>
    </message>
    <message>
        <source>Write &amp;times</source>
        <translation>&amp;Skriv tider</translation>
    </message>
    <message>
        <source>Write s&amp;peakers</source>
        <translation>S&amp;kriv talere</translation>
    </message>
    <message>
        <source>What this format does not keep</source>
        <translation>Hva dette formatet ikke tar vare på</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Tegnkoding</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder per sekund</translation>
    </message>
    <message>
        <source>No cue is translated.</source>
        <translation>Ingen replikk er oversatt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>O&amp;riginal</translation>
    </message>
    <message>
        <source>T&amp;ranslation</source>
        <translation>&amp;Oversettelse</translation>
    </message>
    <message>
        <source>&amp;Both, the translation below the original</source>
        <translation>&amp;Begge, oversettelsen under originalen</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Tegnkoding:</translation>
    </message>
    <message>
        <source>Frames per &amp;second:</source>
        <translation>Bilder &amp;per sekund:</translation>
    </message>
    <message>
        <source>What this format does &amp;not keep:</source>
        <translation>&amp;Hva dette formatet ikke tar vare på:</translation>
    </message>
    <message>
        <source>{0} has an encoding of its own.</source>
        <translation>{0} har sin egen tegnkoding.</translation>
    </message>
    <message>
        <source>{0} always has {1}.</source>
        <translation>{0} har alltid {1}.</translation>
    </message>
    <message>
        <source>{0} writes times, not frames.</source>
        <translation>{0} skriver tider, ikke bilder.</translation>
    </message>
    <message>
        <source>This is no frame rate: choose one, or write one such as 25 or 30000/1001.</source>
        <translation>Dette er ingen bildefrekvens: velg en, eller skriv en som 25 eller 30000/1001.</translation>
    </message>
    <message>
        <source>There is no cue to export.</source>
        <translation>Det er ingen replikk å eksportere.</translation>
    </message>
    <message>
        <source>{0} (cues: {1})</source>
        <translation>{0} (replikker: {1})</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Ingenting går tapt.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Ny</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Å&amp;pne …</translation>
    </message>
    <message>
        <source>Open &amp;film or sound...</source>
        <translation>Åpne &amp;film eller lyd …</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>Åpne e&amp;ksempelet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>La&amp;gre</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>Lagre &amp;som …</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Eksporter …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>L&amp;ukk</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Film and sound ({0})</source>
        <translation>Film og lyd ({0})</translation>
    </message>
    <message>
        <source>Open film or sound</source>
        <translation>Åpne film eller lyd</translation>
    </message>
    <message>
        <source>There is no film or sound in this folder.</source>
        <translation>Det er ingen film eller lyd i denne mappen.</translation>
    </message>
    <message>
        <source>A window holds one document: {0} was opened.</source>
        <translation>Et vindu rommer ett dokument: {0} ble åpnet.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Gjenopprett</translation>
    </message>
    <message>
        <source>{0} was heard up to {1}: open it again to hear the rest.</source>
        <translation>{0} er hørt til {1}: åpne den igjen for å høre resten.</translation>
    </message>
    <message>
        <source>Mended in the file: {0}.</source>
        <translation>Rettet i filen: {0}.</translation>
    </message>
    <message>
        <source>Changes that were not saved and are here again: {0}.</source>
        <translation>Endringer som ikke var lagret, og som er her igjen: {0}.</translation>
    </message>
    <message>
        <source>It was heard up to {0}: “Go on where it broke off” hears the rest.</source>
        <translation>Den er hørt til {0}: «Fortsett der den ble avbrutt» hører resten.</translation>
    </message>
    <message>
        <source>The film was not found: open it from the File menu.</source>
        <translation>Filmen ble ikke funnet: åpne den fra Fil-menyen.</translation>
    </message>
    <message>
        <source>Subtitles, film and sound ({0})</source>
        <translation>Undertekster, film og lyd ({0})</translation>
    </message>
    <message>
        <source>Subtitles ({0})</source>
        <translation>Undertekster ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replaced: {0}</source>
        <translation>Erstattet: {0}</translation>
    </message>
    <message>
        <source>Find:</source>
        <translation>Søk etter:</translation>
    </message>
    <message>
        <source>Replace:</source>
        <translation>Erstatt med:</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Forrige treff</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Neste treff</translation>
    </message>
    <message>
        <source>Close the bar</source>
        <translation>Lukk linjen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Skill store og små bokstaver</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>Hele ord</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulært uttrykk</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Oversettelse</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Taler</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Erstatt</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Erstatt alle</translation>
    </message>
    <message>
        <source>Choose where to search.</source>
        <translation>Velg hvor det skal søkes.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ingenting funnet.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} av {1}</translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation>Funnet: {0}</translation>
    </message>
</context>
<context>
    <name>FirstModel</name>
    <message>
        <source>&amp;Use a file I have…</source>
        <translation>&amp;Bruk en fil jeg har …</translation>
    </message>
    <message>
        <source>All mo&amp;dels…</source>
        <translation>Alle mo&amp;deller …</translation>
    </message>
</context>
<context>
    <name>FirstModelActions</name>
    <message>
        <source>The model {0} will transcribe.</source>
        <translation>Modellen {0} transkriberer.</translation>
    </message>
    <message>
        <source>To write down what people say, Sotto needs a Whisper model on this computer: what you open stays here.</source>
        <translation>For å skrive ned det folk sier, trenger Sotto en Whisper-modell på denne datamaskinen: det du åpner, blir værende her.</translation>
    </message>
    <message>
        <source>Until then you can try the sample: the model that comes with Sotto is a toy, useless for people&apos;s voices.</source>
        <translation>Så lenge kan du prøve eksempelet: modellen som følger med Sotto, er et leketøy og ubrukelig for folks stemmer.</translation>
    </message>
    <message>
        <source>It is fetched from {0}, once; nothing is sent there.</source>
        <translation>Den hentes fra {0}, én gang; ingenting sendes dit.</translation>
    </message>
    <message>
        <source>&amp;Get {0}</source>
        <translation>Hen&amp;t {0}</translation>
    </message>
    <message>
        <source>Models ({0})</source>
        <translation>Modeller ({0})</translation>
    </message>
    <message>
        <source>Use a model I have</source>
        <translation>Bruk en modell jeg har</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to</source>
        <translation>Gå til</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gå</translation>
    </message>
    <message>
        <source>Cue or &amp;time:</source>
        <translation>&amp;Replikk eller tid:</translation>
    </message>
    <message>
        <source>Cues 1 to {0}, such as 12; times up to {1}, such as 0:01:30.</source>
        <translation>Replikk 1 til {0}, for eksempel 12; tid opp til {1}, for eksempel 0:01:30.</translation>
    </message>
    <message>
        <source>There is no cue {0}: the last one is {1}.</source>
        <translation>Det finnes ingen replikk {0}: den siste er {1}.</translation>
    </message>
    <message>
        <source>Type the number of a cue, or a time.</source>
        <translation>Skriv nummeret på en replikk, eller en tid.</translation>
    </message>
    <message>
        <source>This is neither a number nor a time: write 12, or 0:01:30.</source>
        <translation>Dette er verken et nummer eller en tid: skriv 12 eller 0:01:30.</translation>
    </message>
    <message>
        <source>The end is at {0}.</source>
        <translation>Slutten er ved {0}.</translation>
    </message>
</context>
<context>
    <name>HeardAgainDialog</name>
    <message>
        <source>Heard again</source>
        <translation>Hørt på nytt</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Avgjør senere</translation>
    </message>
    <message>
        <source>&amp;Only what differs</source>
        <translation>&amp;Bare det som er ulikt</translation>
    </message>
    <message>
        <source>All o&amp;ld</source>
        <translation>Alt &amp;gammelt</translation>
    </message>
    <message>
        <source>All &amp;new</source>
        <translation>Alt &amp;nytt</translation>
    </message>
    <message>
        <source>All new te&amp;xt, old times</source>
        <translation>Ny &amp;tekst, gamle tider for alle</translation>
    </message>
    <message>
        <source>&amp;Play the row (F5)</source>
        <translation>&amp;Spill av raden (F5)</translation>
    </message>
    <message>
        <source>Old and new cues</source>
        <translation>Gamle og nye replikker</translation>
    </message>
    <message>
        <source>Space chooses old, new, or new text in old times, F5 plays the row, Enter takes the choice.</source>
        <translation>Mellomrom velger gammelt, nytt eller ny tekst i gamle tider, F5 spiller av raden, Enter bekrefter valget.</translation>
    </message>
    <message>
        <source>New text, old times</source>
        <translation>Ny tekst, gamle tider</translation>
    </message>
    <message>
        <source>its translation goes</source>
        <translation>oversettelsen forsvinner</translation>
    </message>
    <message>
        <source>not a word differs</source>
        <translation>ingen ord er ulike</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>endret i mellomtiden</translation>
    </message>
    <message>
        <source>Take the new ({0} of {1})</source>
        <translation>Bruk det nye ({0} av {1})</translation>
    </message>
    <message>
        <source>Keep all old</source>
        <translation>Behold alt gammelt</translation>
    </message>
    <message>
        <source>Rows: {0}, with words that differ: {1}.</source>
        <translation>Rader: {0}, med ord som er ulike: {1}.</translation>
    </message>
    <message>
        <source>Changed by you meanwhile, and kept as they are: {0}.</source>
        <translation>Endret av deg i mellomtiden, og beholdt som de er: {0}.</translation>
    </message>
</context>
<context>
    <name>HeardAgainModel</name>
    <message>
        <source>New</source>
        <translation>Nytt</translation>
    </message>
    <message>
        <source>New text, old times</source>
        <translation>Ny tekst, gamle tider</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Gammelt</translation>
    </message>
    <message>
        <source>not a word differs</source>
        <translation>ingen ord er ulike</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>godkjent</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>redigert</translation>
    </message>
    <message>
        <source>the cue goes</source>
        <translation>replikken forsvinner</translation>
    </message>
    <message>
        <source>its translation goes</source>
        <translation>oversettelsen forsvinner</translation>
    </message>
    <message>
        <source>its styles go</source>
        <translation>stilene forsvinner</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Valg</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>endret i mellomtiden</translation>
    </message>
    <message>
        <source>gone meanwhile</source>
        <translation>forsvunnet i mellomtiden</translation>
    </message>
    <message>
        <source>another cue is there now</source>
        <translation>nå står en annen replikk der</translation>
    </message>
    <message>
        <source>differs: {0}</source>
        <translation>ulikt: {0}</translation>
    </message>
    <message>
        <source>(no cue)</source>
        <translation>(ingen replikk)</translation>
    </message>
    <message>
        <source>(nothing was heard)</source>
        <translation>(ingenting ble hørt)</translation>
    </message>
</context>
<context>
    <name>HowHeard</name>
    <message>
        <source>&amp;How they are heard...</source>
        <translation>&amp;Hvordan det skal lyttes …</translation>
    </message>
    <message>
        <source>&amp;Get or manage models…</source>
        <translation>He&amp;nt eller administrer modeller …</translation>
    </message>
    <message>
        <source>No model is chosen yet: say how they are heard.</source>
        <translation>Ingen modell er valgt ennå: si hvordan det skal lyttes.</translation>
    </message>
    <message>
        <source>There is no model here: get one first.</source>
        <translation>Det er ingen modell her: hent en først.</translation>
    </message>
    <message>
        <source>No model is chosen yet.</source>
        <translation>Ingen modell er valgt ennå.</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>oppdages</translation>
    </message>
    <message>
        <source>translated into English</source>
        <translation>oversettes til engelsk</translation>
    </message>
    <message>
        <source>written as it is said</source>
        <translation>skrives som det blir sagt</translation>
    </message>
    <message>
        <source>Model: {0}; language: {1}; {2}.</source>
        <translation>Modell: {0}; språk: {1}; {2}.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation>Fremdrift for {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Satt på pause</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopper …</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Svarer ikke</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislyktes</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Ikke fullført</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} av {1}</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} i sekundet</translation>
    </message>
    <message>
        <source>{0} × real time</source>
        <translation>{0} × sanntid</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} igjen</translation>
    </message>
    <message>
        <source>Rewriting the film for the player</source>
        <translation>Skriver om filmen for spilleren</translation>
    </message>
    <message>
        <source>Reading the sound</source>
        <translation>Leser lyden</translation>
    </message>
    <message>
        <source>Looking for speech</source>
        <translation>Leter etter tale</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Laster modellen</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Lytter</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Oversetter</translation>
    </message>
    <message>
        <source>Another program is fetching it: waiting for that one</source>
        <translation>Et annet program henter den: venter på det</translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation>Kontrollerer det som er her</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Henter</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Prøver igjen</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopierer</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Fjerner</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Starter</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Nothing to do.</source>
        <translation>Ingenting å gjøre.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Oppgaver</translation>
    </message>
    <message>
        <source>Cues heard: {0}</source>
        <translation>Replikker hørt: {0}</translation>
    </message>
    <message>
        <source>No speech was found.</source>
        <translation>Ingen tale ble funnet.</translation>
    </message>
    <message>
        <source>Stopped. Cues heard: {0}</source>
        <translation>Stoppet. Replikker hørt: {0}</translation>
    </message>
    <message>
        <source>Heard up to {0}; Resume goes on from there.</source>
        <translation>Hørt til {0}; «Fortsett» går videre derfra.</translation>
    </message>
    <message>
        <source>Cues heard again: {0}</source>
        <translation>Replikker hørt på nytt: {0}</translation>
    </message>
    <message>
        <source>Cues translated: {0}, without a translation: {1}</source>
        <translation>Replikker oversatt: {0}, uten oversettelse: {1}</translation>
    </message>
    <message>
        <source>Stopped. {0}</source>
        <translation>Stoppet. {0}</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Keys of this action</source>
        <translation>Taster for denne handlingen</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Ny tast: trykk den</translation>
    </message>
    <message>
        <source>Where the key holds</source>
        <translation>Hvor tasten gjelder</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Legg til</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>{0} – {1}</source>
        <translation>{0} – {1}</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>overalt</translation>
    </message>
    <message>
        <source>where nobody types</source>
        <translation>der ingen skriver</translation>
    </message>
    <message>
        <source>in the list of cues</source>
        <translation>i listen over replikker</translation>
    </message>
    <message>
        <source>on the waveform</source>
        <translation>på bølgeformen</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>&amp;Conflicts only</source>
        <translation>&amp;Bare konflikter</translation>
    </message>
    <message>
        <source>Take over from Subtitle &amp;Edit…</source>
        <translation>&amp;Overta fra Subtitle Edit …</translation>
    </message>
    <message>
        <source>Keys taken over for {0} actions; {1} have no action here that they could stand for.</source>
        <translation>Taster overtatt for {0} handlinger; {1} har ingen tilsvarende handling her.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Handlinger og tastene deres</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>&amp;Key set:</source>
        <translation>&amp;Tastesett:</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>Sø&amp;k:</translation>
    </message>
    <message>
        <source>action or key</source>
        <translation>handling eller tast</translation>
    </message>
    <message>
        <source>Settings.xml or exported shortcuts of Subtitle Edit</source>
        <translation>Settings.xml eller eksporterte snarveier fra Subtitle Edit</translation>
    </message>
    <message>
        <source>Subtitle Edit (*.xml *.json *.shortcuts);;All files (*)</source>
        <translation>Subtitle Edit (*.xml *.json *.shortcuts);;Alle filer (*)</translation>
    </message>
    <message>
        <source>{0} could not be typed any more: let it hold where nobody types.</source>
        <translation>{0} kunne ikke skrives lenger: la den gjelde der ingen skriver.</translation>
    </message>
    <message>
        <source>{0} leads to the menu bar, for those who use no mouse.</source>
        <translation>{0} fører til menylinjen, for dem som ikke bruker mus.</translation>
    </message>
    <message>
        <source>{0} is also: {1}.</source>
        <translation>{0} er også: {1}.</translation>
    </message>
</context>
<context>
    <name>LanguageNames</name>
    <message>
        <source>English</source>
        <translation>engelsk</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>kinesisk</translation>
    </message>
    <message>
        <source>German</source>
        <translation>tysk</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>spansk</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russisk</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>koreansk</translation>
    </message>
    <message>
        <source>French</source>
        <translation>fransk</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japansk</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugisisk</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>tyrkisk</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polsk</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>katalansk</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>nederlandsk</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabisk</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>svensk</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiensk</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>indonesisk</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>finsk</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamesisk</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hebraisk</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ukrainsk</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>gresk</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>malayisk</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>tsjekkisk</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>rumensk</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>dansk</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>ungarsk</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>tamil</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norsk</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thai</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>urdu</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>kroatisk</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>bulgarsk</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>litauisk</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>latin</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>maori</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>malayalam</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>walisisk</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>slovakisk</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>telugu</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>persisk</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>latvisk</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>bengali</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>serbisk</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>aserbajdsjansk</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>slovensk</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>kannada</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>estisk</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>makedonsk</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>bretonsk</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>baskisk</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>islandsk</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>armensk</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>nepali</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>mongolsk</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>bosnisk</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>kasakhisk</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>albansk</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>swahili</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>galisisk</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>marathi</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>panjabi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>singalesisk</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>khmer</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>shona</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>joruba</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>somali</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>afrikaans</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>oksitansk</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>georgisk</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>belarusisk</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>tadsjikisk</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>sindhi</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>gujarati</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>amharisk</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>jiddisk</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>lao</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>usbekisk</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>færøysk</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>haitisk kreolsk</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>pashto</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>turkmensk</translation>
    </message>
    <message>
        <source>Nynorsk</source>
        <translation>nynorsk</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>maltesisk</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>sanskrit</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>luxemburgsk</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>burmesisk</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>tibetansk</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>tagalog</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>gassisk</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>assamesisk</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>tatarisk</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>hawaiisk</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>lingala</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>hausa</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>basjkirsk</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>javanesisk</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>sundanesisk</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>kantonesisk</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>As the system has it</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>&amp;Language of the window:</source>
        <translation>&amp;Språk i vinduet:</translation>
    </message>
    <message>
        <source>It changes when Sotto is started the next time.</source>
        <translation>Det endres neste gang Sotto startes.</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} t {1} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} t</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>mindre enn ett minutt</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} til {1}</translation>
    </message>
    <message>
        <source>This computer has {0} cores, and {1} of free memory.</source>
        <translation>Denne datamaskinen har {0} kjerner og {1} ledig minne.</translation>
    </message>
    <message>
        <source>only to try Sotto</source>
        <translation>bare for å prøve Sotto</translation>
    </message>
    <message>
        <source>needs {0} of memory</source>
        <translation>trenger {0} minne</translation>
    </message>
    <message>
        <source>{0} languages</source>
        <translation>{0} språk</translation>
    </message>
    <message>
        <source>translates into English</source>
        <translation>oversetter til engelsk</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>oversetter ikke</translation>
    </message>
    <message>
        <source>exact word times</source>
        <translation>nøyaktige ordtider</translation>
    </message>
    <message>
        <source>rough word times</source>
        <translation>omtrentlige ordtider</translation>
    </message>
    <message>
        <source>trained further for {0}</source>
        <translation>trent videre for {0}</translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation>lisens {0}</translation>
    </message>
    <message>
        <source>It learned from synthetic speech and is useless for people&apos;s voices: it is here to try Sotto.</source>
        <translation>Den har lært av syntetisk tale og er ubrukelig for folks stemmer: den er her for å prøve Sotto.</translation>
    </message>
    <message>
        <source>What is asked for above it can&apos;t do: {0}.</source>
        <translation>Den kan ikke gjøre det som er valgt ovenfor: {0}.</translation>
    </message>
    <message>
        <source>No model that can do this fits into the free memory: close other programs.</source>
        <translation>Ingen modell som kan dette, får plass i det ledige minnet: lukk andre programmer.</translation>
    </message>
    <message>
        <source>it is here</source>
        <translation>den er her</translation>
    </message>
    <message>
        <source>Recommended: {0} ({1}).</source>
        <translation>Anbefalt: {0} ({1}).</translation>
    </message>
    <message>
        <source>Recommended: {0} ({1}), about {2} for {3} of speech.</source>
        <translation>Anbefalt: {0} ({1}), omtrent {2} for {3} tale.</translation>
    </message>
</context>
<context>
    <name>ListenActions</name>
    <message>
        <source>&amp;Transcribe...</source>
        <translation>&amp;Transkriber …</translation>
    </message>
    <message>
        <source>Let the engine write down what is said</source>
        <translation>La motoren skrive ned det som blir sagt</translation>
    </message>
    <message>
        <source>&amp;Pause the engine</source>
        <translation>Sett motoren på &amp;pause</translation>
    </message>
    <message>
        <source>&amp;Stop the engine</source>
        <translation>Stopp &amp;motoren</translation>
    </message>
    <message>
        <source>Cues written down: {0}, some with times that can&apos;t be: look at what was mended.</source>
        <translation>Replikker som ble skrevet ned: {0}, noen med tider som ikke kan stemme: se på det som ble rettet.</translation>
    </message>
    <message>
        <source>Stopped. Cues written down: {0}.</source>
        <translation>Stoppet. Replikker som ble skrevet ned: {0}.</translation>
    </message>
    <message>
        <source>Cues written down: {0}.</source>
        <translation>Replikker som ble skrevet ned: {0}.</translation>
    </message>
    <message>
        <source>No speech was found.</source>
        <translation>Ingen tale ble funnet.</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Colours</source>
        <translation>Farger</translation>
    </message>
    <message>
        <source>As the &amp;system has them</source>
        <translation>&amp;Som systemet har dem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Lyse</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mørke</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Høy kontrast</translation>
    </message>
    <message>
        <source>&amp;Own size of text:</source>
        <translation>&amp;Egen tekststørrelse:</translation>
    </message>
    <message>
        <source> points</source>
        <translation> punkt</translation>
    </message>
    <message>
        <source>Size of text in points</source>
        <translation>Tekststørrelse i punkt</translation>
    </message>
    <message>
        <source>Without it text is as big as the system says.</source>
        <translation>Uten den er teksten så stor som systemet sier.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>A mistake in the program: please report what the log says.</source>
        <translation>En feil i programmet: meld fra om det som står i loggen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneler</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Kolonner</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Verktøy</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Angre: {0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Gjør om: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjør om</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Uten navn</translation>
    </message>
    <message>
        <source>{0}[*] - Sotto</source>
        <translation>{0}[*] – Sotto</translation>
    </message>
    <message>
        <source>Sotto[*]</source>
        <translation>Sotto[*]</translation>
    </message>
</context>
<context>
    <name>MediaInformation</name>
    <message>
        <source>Media information</source>
        <translation>Medieinformasjon</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Hva filen inneholder</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innhold</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>ikke kjent ennå</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Filformat</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Varighet</translation>
    </message>
    <message>
        <source>{0} are declared but not in the file: it is damaged or incomplete</source>
        <translation>{0} er oppgitt, men finnes ikke i filen: den er skadet eller ufullstendig</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bilde</translation>
    </message>
    <message>
        <source>Sound track {0}</source>
        <translation>Lydspor {0}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Lyd</translation>
    </message>
    <message>
        <source>none: there is nothing to transcribe</source>
        <translation>ingen: det er ingenting å transkribere</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>{0}, {1} frames per second</source>
        <translation>{0}, {1} bilder per sekund</translation>
    </message>
    <message>
        <source>channels: {0}</source>
        <translation>kanaler: {0}</translation>
    </message>
    <message>
        <source>{0} Hz</source>
        <translation>{0} Hz</translation>
    </message>
    <message>
        <source>begins at {0}</source>
        <translation>begynner ved {0}</translation>
    </message>
    <message>
        <source>used</source>
        <translation>i bruk</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Rediger</translation>
    </message>
    <message>
        <source>&amp;Cue</source>
        <translation>R&amp;eplikk</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>T&amp;ider</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Spill av</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>&amp;Lytt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>See which models are here and which suit this computer; get, check and remove them</source>
        <translation>Se hvilke modeller som er her, og hvilke som passer til denne datamaskinen; hent, kontroller og fjern dem</translation>
    </message>
    <message>
        <source>&amp;Models...</source>
        <translation>Mod&amp;eller …</translation>
    </message>
    <message>
        <source>Remove the model {0} from this computer?</source>
        <translation>Fjerne modellen {0} fra denne datamaskinen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behold den</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Fjern en modell</translation>
    </message>
    <message>
        <source>The model {0} is here.</source>
        <translation>Modellen {0} er her.</translation>
    </message>
    <message>
        <source>The model {0} is gone.</source>
        <translation>Modellen {0} er borte.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}. Get it anew, or remove it.</source>
        <translation>{0} er skadet: {1}. Hent den på nytt, eller fjern den.</translation>
    </message>
    <message>
        <source>{0} is as it came: {1} files were compared.</source>
        <translation>{0} er som den kom: antall filer som ble sammenlignet, er {1}.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be checked: nobody published what its files should be.</source>
        <translation>{0} kan ikke kontrolleres: ingen har publisert hvordan filene skal være.</translation>
    </message>
    <message>
        <source>{0} could not be fetched.</source>
        <translation>{0} kunne ikke hentes.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modeller</translation>
    </message>
    <message>
        <source>&amp;Import it anyway: I know who made it</source>
        <translation>&amp;Importer den likevel: jeg vet hvem som har laget den</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;La det være</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>&amp;Other model…</source>
        <translation>&amp;Annen modell …</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>Velg {0}</translation>
    </message>
    <message>
        <source>There is no model in this folder: choose one that holds a config.json.</source>
        <translation>Det er ingen modell i denne mappen: velg en som inneholder en config.json.</translation>
    </message>
    <message>
        <source>&amp;Get or manage models…</source>
        <translation>Hent &amp;eller administrer modeller …</translation>
    </message>
    <message>
        <source>&amp;Get a model…</source>
        <translation>Hent &amp;en modell …</translation>
    </message>
    <message>
        <source>Can&apos;t be used: {0}</source>
        <translation>Kan ikke brukes: {0}</translation>
    </message>
    <message>
        <source>Knows {0}</source>
        <translation>Kan {0}</translation>
    </message>
    <message>
        <source>{0} languages</source>
        <translation>{0} språk</translation>
    </message>
    <message>
        <source>translates into English</source>
        <translation>oversetter til engelsk</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>oversetter ikke</translation>
    </message>
    <message>
        <source>exact word times</source>
        <translation>nøyaktige ordtider</translation>
    </message>
    <message>
        <source>rough word times</source>
        <translation>omtrentlige ordtider</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Mappe med en modell</translation>
    </message>
    <message>
        <source>{0} (can&apos;t be used)</source>
        <translation>{0} (kan ikke brukes)</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>anbefalt</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} – {1} M parameters, {2}</source>
        <translation>{0} – {1} M parametre, {2}</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>This film takes</source>
        <translation>Denne filmen tar</translation>
    </message>
    <message>
        <source>An hour takes</source>
        <translation>En time tar</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Translates</source>
        <translation>Oversetter</translation>
    </message>
    <message>
        <source>{0} (recommended)</source>
        <translation>{0} (anbefalt)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nei</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>hentes</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>påbegynt</translation>
    </message>
    <message>
        <source>here</source>
        <translation>her</translation>
    </message>
    <message>
        <source>comes with Sotto</source>
        <translation>følger med Sotto</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>kan ikke brukes</translation>
    </message>
    <message>
        <source>to be got</source>
        <translation>kan hentes</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>does not translate</source>
        <translation>oversetter ikke</translation>
    </message>
    <message>
        <source>detects no language</source>
        <translation>oppdager ikke språk</translation>
    </message>
    <message>
        <source>only knows {0}</source>
        <translation>kan bare {0}</translation>
    </message>
    <message>
        <source>does not know {0}</source>
        <translation>kan ikke {0}</translation>
    </message>
    <message>
        <source>Here can: {0}.</source>
        <translation>Passer, og er her: {0}.</translation>
    </message>
    <message>
        <source>To be had: {0}.</source>
        <translation>Passer, og kan hentes: {0}.</translation>
    </message>
    <message>
        <source>{0} for an hour of film on this machine.</source>
        <translation>{0} for en time film på denne maskinen.</translation>
    </message>
    <message>
        <source>{0} for this film ({1}) on this machine.</source>
        <translation>{0} for denne filmen ({1}) på denne maskinen.</translation>
    </message>
    <message>
        <source>{0} for this part ({1}) on this machine.</source>
        <translation>{0} for denne delen ({1}) på denne maskinen.</translation>
    </message>
    <message>
        <source>It learned from synthetic speech and is useless for people&apos;s voices: it is here to try Sotto.</source>
        <translation>Den har lært av syntetisk tale og er ubrukelig for folks stemmer: den er her for å prøve Sotto.</translation>
    </message>
    <message>
        <source>For films of your own get another one.</source>
        <translation>Hent en annen for dine egne filmer.</translation>
    </message>
    <message>
        <source>{0} needs about {1} of memory, and {2} are free: it may become very slow, or fail. Close other programs, or choose a smaller model.</source>
        <translation>{0} trenger omtrent {1} minne, og {2} er ledig: det kan gå svært tregt eller mislykkes. Lukk andre programmer, eller velg en mindre modell.</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>Bruk {0}</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Hent en modell …</translation>
    </message>
    <message>
        <source>{0} does not translate.</source>
        <translation>{0} oversetter ikke.</translation>
    </message>
    <message>
        <source>{0} only knows {1}, and detects no language.</source>
        <translation>{0} kan bare {1} og oppdager ikke språk.</translation>
    </message>
    <message>
        <source>{0} only knows {1}.</source>
        <translation>{0} kan bare {1}.</translation>
    </message>
    <message>
        <source>{0} does not know {1}.</source>
        <translation>{0} kan ikke {1}.</translation>
    </message>
    <message>
        <source>There is no model here: choose the folder of one with “Other model…”.</source>
        <translation>Det er ingen modell her: velg mappen til en med «Annen modell …».</translation>
    </message>
    <message>
        <source>There is no model here: get one, or choose the folder of one with “Other model…”.</source>
        <translation>Det er ingen modell her: hent en, eller velg mappen til en med «Annen modell …».</translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Mindre enn ett minutt</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes</source>
        <translation>
            <numerusform>Omtrent %n minutt</numerusform>
            <numerusform>Omtrent %n minutter</numerusform>
        </translation>
    </message>
    <message>
        <source>About {0} h {1} min</source>
        <translation>Omtrent {0} t {1} min</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modeller</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Oppgave</translation>
    </message>
    <message>
        <source>Write down what is said</source>
        <translation>Skriv ned det som blir sagt</translation>
    </message>
    <message>
        <source>Translate it into English</source>
        <translation>Oversett det til engelsk</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Hent</translation>
    </message>
    <message>
        <source>&amp;Check its files</source>
        <translation>&amp;Kontroller filene</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Fjern …</translation>
    </message>
    <message>
        <source>Import a &amp;file…</source>
        <translation>Importer en f&amp;il …</translation>
    </message>
    <message>
        <source>Import a f&amp;older…</source>
        <translation>Importer en &amp;mappe …</translation>
    </message>
    <message>
        <source>From a re&amp;pository…</source>
        <translation>Fra et &amp;repositorium …</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>&amp;Endre …</translation>
    </message>
    <message>
        <source>Where models are kept that come from now on</source>
        <translation>Hvor modeller som kommer fra nå av, blir lagret</translation>
    </message>
    <message>
        <source>New models are kept in {0}</source>
        <translation>Nye modeller lagres i {0}</translation>
    </message>
    <message>
        <source>&amp;Task:</source>
        <translation>&amp;Oppgave:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Språk:</translation>
    </message>
    <message>
        <source>&amp;Get anew</source>
        <translation>&amp;Hent på nytt</translation>
    </message>
    <message>
        <source>Models ({0})</source>
        <translation>Modeller ({0})</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer en modell</translation>
    </message>
    <message>
        <source>Import the folder of a model</source>
        <translation>Importer mappen til en modell</translation>
    </message>
    <message>
        <source>A repository of a Whisper model for transformers, as OWNER/NAME:</source>
        <translation>Et repositorium med en Whisper-modell for transformers, som EIER/NAVN:</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>En annen modell</translation>
    </message>
    <message>
        <source>Where models are kept</source>
        <translation>Hvor modeller lagres</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>&amp;More: the reference&apos;s options</source>
        <translation>Mer: &amp;referansens valg</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; the next ones are tried where a window fails.</source>
        <translation>0 tar det mest sannsynlige ordet; de neste prøves der et vindu mislykkes.</translation>
    </message>
    <message>
        <source>How many texts are followed at temperature 0: slower, sometimes better.</source>
        <translation>Hvor mange tekster som følges ved temperatur 0: langsommere, noen ganger bedre.</translation>
    </message>
    <message>
        <source>How many texts are drawn above temperature 0.</source>
        <translation>Hvor mange tekster som trekkes over temperatur 0.</translation>
    </message>
    <message>
        <source>How long beams are waited for; needs beam_size.</source>
        <translation>Hvor lenge det ventes på stråler; krever beam_size.</translation>
    </message>
    <message>
        <source>Favours longer texts the higher it is; None divides by the length.</source>
        <translation>Favoriserer lengre tekster jo høyere den er; None deler på lengden.</translation>
    </message>
    <message>
        <source>Windows heard at once, none given the text before it; None: one by one.</source>
        <translation>Vinduer som høres samtidig, uten at noen får teksten før; None: ett om gangen.</translation>
    </message>
    <message>
        <source>Each window is given the text before it; False ends loops sooner.</source>
        <translation>Hvert vindu får teksten før seg; False avslutter gjentakelser tidligere.</translation>
    </message>
    <message>
        <source>What was said before is put before every window, not the first alone.</source>
        <translation>Det som ble sagt før, settes foran hvert vindu, ikke bare det første.</translation>
    </message>
    <message>
        <source>A window more repetitive than this failed.</source>
        <translation>Et vindu med flere gjentakelser enn dette er mislykket.</translation>
    </message>
    <message>
        <source>A window less certain than this failed.</source>
        <translation>Et vindu som er mindre sikkert enn dette, er mislykket.</translation>
    </message>
    <message>
        <source>Where no speech is likelier than this and the text failed, it is silence.</source>
        <translation>Der ingen tale er mer sannsynlig enn dette og teksten mislyktes, er det stillhet.</translation>
    </message>
    <message>
        <source>Skips longer silences, in seconds, around invented text.</source>
        <translation>Hopper over lengre stillhet, i sekunder, rundt oppdiktet tekst.</translation>
    </message>
    <message>
        <source>Tokens that are never written; -1 are the symbols that are no speech.</source>
        <translation>Tegn som aldri skrives; -1 er symbolene som ikke er tale.</translation>
    </message>
    <message>
        <source>Above 1 words come back less easily.</source>
        <translation>Over 1 kommer ord sjeldnere tilbake.</translation>
    </message>
    <message>
        <source>So many tokens in a row come once a window; 0 allows all.</source>
        <translation>Så mange tegn på rad kommer én gang per vindu; 0 tillater alle.</translation>
    </message>
    <message>
        <source>Detects the language of every window anew.</source>
        <translation>Oppdager språket i hvert vindu på nytt.</translation>
    </message>
</context>
<context>
    <name>OtherModelDialog</name>
    <message>
        <source>Choose a model</source>
        <translation>Velg en modell</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Fortsett med den</translation>
    </message>
</context>
<context>
    <name>OwnActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Ang&amp;re</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Gjør &amp;om</translation>
    </message>
    <message>
        <source>Select &amp;all cues</source>
        <translation>&amp;Merk alle replikker</translation>
    </message>
    <message>
        <source>&amp;Find...</source>
        <translation>&amp;Søk …</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Søk &amp;neste</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Søk &amp;forrige</translation>
    </message>
    <message>
        <source>R&amp;eplace...</source>
        <translation>&amp;Erstatt …</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>Neste &amp;problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Forrige problem</translation>
    </message>
    <message>
        <source>&amp;Spectrogram</source>
        <translation>&amp;Spektrogram</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;inn</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Zoom ut</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Vis &amp;alt</translation>
    </message>
    <message>
        <source>Show the s&amp;elected cues</source>
        <translation>Vis d&amp;e merkede replikkene</translation>
    </message>
    <message>
        <source>The waveform from the first of them to the last</source>
        <translation>Bølgeformen fra den første av dem til den siste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Fullskjerm</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>&amp;Vanlig oppsett</translation>
    </message>
    <message>
        <source>&amp;Commands...</source>
        <translation>&amp;Kommandoer …</translation>
    </message>
    <message>
        <source>Captions: the text</source>
        <translation>Undertekster: teksten</translation>
    </message>
    <message>
        <source>Captions: the translation</source>
        <translation>Undertekster: oversettelsen</translation>
    </message>
    <message>
        <source>Captions: both</source>
        <translation>Undertekster: begge</translation>
    </message>
    <message>
        <source>Safe area</source>
        <translation>Sikkert område</translation>
    </message>
    <message>
        <source>A frame on the picture in which captions stand</source>
        <translation>En ramme i bildet som undertekstene skal stå innenfor</translation>
    </message>
    <message>
        <source>Picture on the full sc&amp;reen</source>
        <translation>&amp;Bilde på hele skjermen</translation>
    </message>
    <message>
        <source>Escape leads back, and so does a double click</source>
        <translation>Escape fører tilbake, og det gjør et dobbeltklikk også</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Kommandoer</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Skriv hva du vil gjøre</translation>
    </message>
</context>
<context>
    <name>PlayActions</name>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Spill av &amp;eller pause</translation>
    </message>
    <message>
        <source>Play while the key is &amp;held</source>
        <translation>Spill av &amp;mens tasten holdes nede</translation>
    </message>
    <message>
        <source>It stands still when the key is let go</source>
        <translation>Den stanser når tasten slippes</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Play this &amp;cue</source>
        <translation>Spill &amp;av denne replikken</translation>
    </message>
    <message>
        <source>&amp;Loop this cue</source>
        <translation>&amp;Gjenta denne replikken</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Til&amp;bake</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Fremover</translation>
    </message>
    <message>
        <source>A little back</source>
        <translation>Litt tilbake</translation>
    </message>
    <message>
        <source>A little forward</source>
        <translation>Litt fremover</translation>
    </message>
    <message>
        <source>Far back</source>
        <translation>Langt tilbake</translation>
    </message>
    <message>
        <source>Far forward</source>
        <translation>Langt fremover</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>Ett bilde tilbake</translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation>Ett bilde fremover</translation>
    </message>
    <message>
        <source>To the start before</source>
        <translation>Til forrige start</translation>
    </message>
    <message>
        <source>To the next start</source>
        <translation>Til neste start</translation>
    </message>
    <message>
        <source>To this cue&apos;s &amp;start</source>
        <translation>Til starten av &amp;denne replikken</translation>
    </message>
    <message>
        <source>To this cue&apos;s &amp;end</source>
        <translation>&amp;Til slutten av denne replikken</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Saktere</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>&amp;Raskere</translation>
    </message>
    <message>
        <source>Usual speed</source>
        <translation>Vanlig fart</translation>
    </message>
    <message>
        <source>Lou&amp;der</source>
        <translation>&amp;Høyere lyd</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>&amp;Lavere lyd</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>No sound device was found: the film plays silently.</source>
        <translation>Ingen lydenhet ble funnet: filmen spilles av uten lyd.</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>&amp;Waveform while it plays:</source>
        <translation>&amp;Bølgeform under avspilling:</translation>
    </message>
    <message>
        <source>Play a &amp;sound where a cue begins and where it ends</source>
        <translation>&amp;Spill en lyd der en replikk begynner og der den slutter</translation>
    </message>
    <message>
        <source>&amp;Back when it plays on:</source>
        <translation>&amp;Tilbake når den spiller videre:</translation>
    </message>
    <message>
        <source>Short &amp;jump:</source>
        <translation>&amp;Kort hopp:</translation>
    </message>
    <message>
        <source>L&amp;ong jump:</source>
        <translation>Langt &amp;hopp:</translation>
    </message>
    <message>
        <source>&amp;Volume:</source>
        <translation>&amp;Lydstyrke:</translation>
    </message>
    <message>
        <source>Volume of the soun&amp;ds:</source>
        <translation>Lydst&amp;yrke for lydene:</translation>
    </message>
    <message>
        <source>Turns the page</source>
        <translation>Blar om</translation>
    </message>
    <message>
        <source>Keeps the playhead in the middle</source>
        <translation>Holder spillehodet i midten</translation>
    </message>
    <message>
        <source>Stays where it is</source>
        <translation>Blir stående</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Sider i innstillingene</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spiller</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Personvern</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Fix</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Fixes: each cue now and fixed</source>
        <translation>Rettelser: hver replikk nå og rettet</translation>
    </message>
    <message>
        <source>Cues that would change: {0}. No word changes.</source>
        <translation>Replikker som endres: {0}. Ingen ord endres.</translation>
    </message>
    <message>
        <source>No safe fix is known for any of them: mend them by hand.</source>
        <translation>Ingen trygg rettelse er kjent for noen av dem: rett dem for hånd.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>&amp;Remember which files were open</source>
        <translation>&amp;Husk hvilke filer som var åpne</translation>
    </message>
    <message>
        <source>Without it the list of recent files is emptied at once and stays empty.</source>
        <translation>Uten dette tømmes listen over nylige filer med en gang og forblir tom.</translation>
    </message>
    <message>
        <source>Sotto opens no network connection, and no log holds a word of what was said.</source>
        <translation>Sotto åpner ingen nettverksforbindelse, og ingen logg inneholder et ord av det som ble sagt.</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Cue</source>
        <translation>Replikk</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Målt</translation>
    </message>
    <message>
        <source>Problem: {0}</source>
        <translation>Problem: {0}</translation>
    </message>
    <message>
        <source>Advice: {0}</source>
        <translation>Råd: {0}</translation>
    </message>
    <message>
        <source>{0} {1}, at least {2}</source>
        <translation>{0} {1}, minst {2}</translation>
    </message>
    <message>
        <source>{0} {1}, at most {2}</source>
        <translation>{0} {1}, høyst {2}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Previous problem</source>
        <translation>Forrige problem</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Neste problem</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>Fix all…</source>
        <translation>Rett alle …</translation>
    </message>
    <message>
        <source>Advice, too</source>
        <translation>Også råd</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemer</translation>
    </message>
    <message>
        <source>Checking: {0} %</source>
        <translation>Kontrollerer: {0} %</translation>
    </message>
    <message>
        <source>Problems: {0}</source>
        <translation>Problemer: {0}</translation>
    </message>
    <message>
        <source>advice: {0}</source>
        <translation>råd: {0}</translation>
    </message>
    <message>
        <source>Nothing to find fault with.</source>
        <translation>Ingenting å utsette på noe.</translation>
    </message>
    <message>
        <source>No safe fix is known: mend it by hand.</source>
        <translation>Ingen trygg rettelse er kjent: rett det for hånd.</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>&amp;Rules for new documents:</source>
        <translation>&amp;Regler for nye dokumenter:</translation>
    </message>
    <message>
        <source>What these rules find fault with</source>
        <translation>Hva disse reglene reagerer på</translation>
    </message>
    <message>
        <source>limit {0} {1}</source>
        <translation>grense {0} {1}</translation>
    </message>
    <message>
        <source>advised {0} {1}</source>
        <translation>anbefalt {0} {1}</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Merk alt</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Et trinn opp</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>Et &amp;trinn ned</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Float</source>
        <translation>Løsne</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Se i:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Filnavn:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Filtype:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Mappe:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Å&amp;pne</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Velg</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Fremover</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Mappen over</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Lag ny mappe</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Listevisning</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Detaljvisning</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 finnes allerede.
Vil du erstatte den?</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Endret</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Datamaskin</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjør om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Lim inn</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Merk alt</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nei</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Bruk</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Mellomrom</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Venstre</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Høyre</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Opp</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ned</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjør om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Lim inn</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Merk alt</translation>
    </message>
</context>
<context>
    <name>QuestionActions</name>
    <message>
        <source>S&amp;hift times...</source>
        <translation>Fo&amp;rskyv tider …</translation>
    </message>
    <message>
        <source>S&amp;tretch times...</source>
        <translation>Strekk &amp;tider …</translation>
    </message>
    <message>
        <source>&amp;Go to...</source>
        <translation>Gå &amp;til …</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Innstillinger …</translation>
    </message>
    <message>
        <source>&amp;Media information...</source>
        <translation>&amp;Medieinformasjon …</translation>
    </message>
    <message>
        <source>&amp;About Sotto</source>
        <translation>&amp;Om Sotto</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>Let the engine hear films one after another, each into a document of its own</source>
        <translation>La motoren lytte til filmer etter hverandre, hver til sitt eget dokument</translation>
    </message>
    <message>
        <source>Transcribe several &amp;films...</source>
        <translation>Transkriber &amp;flere filmer …</translation>
    </message>
    <message>
        <source>Film and sound ({0})</source>
        <translation>Film og lyd ({0})</translation>
    </message>
    <message>
        <source>Transcribe several films</source>
        <translation>Transkriber flere filmer</translation>
    </message>
    <message>
        <source>Films: {0}</source>
        <translation>Filmer: {0}</translation>
    </message>
    <message>
        <source>Films that were left out, since their files are there: {0}.</source>
        <translation>Filmer som ble utelatt fordi filene deres finnes allerede: {0}.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kø</translation>
    </message>
    <message>
        <source>Films that an earlier run of Sotto was to transcribe and has not finished: {0}.</source>
        <translation>Filmer som Sotto skulle transkribere sist, og som ikke ble ferdige: {0}.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsett</translation>
    </message>
    <message>
        <source>Decide at the &amp;next start</source>
        <translation>&amp;Avgjør ved neste start</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Glem dem</translation>
    </message>
    <message>
        <source>Stopped. Cues heard: {0}</source>
        <translation>Stoppet. Replikker hørt: {0}</translation>
    </message>
    <message>
        <source>Cues heard: {0}</source>
        <translation>Replikker hørt: {0}</translation>
    </message>
    <message>
        <source>No speech was found.</source>
        <translation>Ingen tale ble funnet.</translation>
    </message>
    <message>
        <source>{0} could not be transcribed. {1}</source>
        <translation>{0} kunne ikke transkriberes. {1}</translation>
    </message>
    <message>
        <source>{0} is transcribed. Cues: {1}</source>
        <translation>{0} er transkribert. Replikker: {1}</translation>
    </message>
</context>
<context>
    <name>RecoverActions</name>
    <message>
        <source>Recovered edits</source>
        <translation>Gjenopprettede endringer</translation>
    </message>
</context>
<context>
    <name>RecoveredDialog</name>
    <message>
        <source>Recovered edits</source>
        <translation>Gjenopprettede endringer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Avgjør senere</translation>
    </message>
    <message>
        <source>Sotto ended before these edits were saved. They are all still here.</source>
        <translation>Sotto ble avsluttet før disse endringene ble lagret. Alle er her fortsatt.</translation>
    </message>
    <message>
        <source>Documents with recovered edits</source>
        <translation>Dokumenter med gjenopprettede endringer</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Hva som skjer med det</translation>
    </message>
    <message>
        <source>&amp;Keep: open it with these edits; its file stays as it is until you save</source>
        <translation>&amp;Behold: åpne det med disse endringene; filen forblir som den er til du lagrer</translation>
    </message>
    <message>
        <source>&amp;Discard these edits for good</source>
        <translation>&amp;Forkast disse endringene for godt</translation>
    </message>
    <message>
        <source>Decide at the &amp;next start</source>
        <translation>&amp;Avgjør ved neste start</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Forskjeller</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Gjenopprettet</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Uten navn</translation>
    </message>
    <message>
        <source>{0} – unsaved edits: {1}, the last on {2}</source>
        <translation>{0} – ulagrede endringer: {1}, den siste {2}</translation>
    </message>
    <message>
        <source>It was never saved. Cues: {0}</source>
        <translation>Det ble aldri lagret. Replikker: {0}</translation>
    </message>
    <message>
        <source>Cues that differ from its file: {0}</source>
        <translation>Replikker som er ulike filen: {0}</translation>
    </message>
</context>
<context>
    <name>ResumeActions</name>
    <message>
        <source>&amp;Go on where it broke off</source>
        <translation>Fortsett &amp;der den ble avbrutt</translation>
    </message>
    <message>
        <source>&amp;Choose the film...</source>
        <translation>&amp;Velg filmen …</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Ikke nå</translation>
    </message>
    <message>
        <source>&amp;Go on with it all the same</source>
        <translation>&amp;Fortsett med den likevel</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transkripsjon</translation>
    </message>
    <message>
        <source>{0}, which was being transcribed, is not there: connect its disk, or choose where it is.</source>
        <translation>{0}, som ble transkribert, er ikke der: koble til disken den ligger på, eller velg hvor den er.</translation>
    </message>
    <message>
        <source>{0} is another film than the one that was heard up to {1}, or was changed since: times may not fit. Choose the film that was heard.</source>
        <translation>{0} er en annen film enn den som ble hørt til {1}, eller er endret siden: det kan hende tidene ikke passer. Velg filmen som ble hørt.</translation>
    </message>
    <message>
        <source>The model {0} is not there any more: choose another one to go on with.</source>
        <translation>Modellen {0} er ikke der lenger: velg en annen å fortsette med.</translation>
    </message>
    <message>
        <source>The transcription stopped at {0}. {1}</source>
        <translation>Transkripsjonen stoppet ved {0}. {1}</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsett</translation>
    </message>
    <message>
        <source>&amp;Keep what is there</source>
        <translation>&amp;Behold det som er der</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>Forkast &amp;det</translation>
    </message>
</context>
<context>
    <name>SaveActions</name>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Lagre som</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksporter</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Eksportert til {0}</translation>
    </message>
    <message>
        <source>Save?</source>
        <translation>Lagre?</translation>
    </message>
    <message>
        <source>{0} has changes that are not saved.</source>
        <translation>{0} har endringer som ikke er lagret.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Lag&amp;re</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Forkast</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>Endret av et annet program</translation>
    </message>
    <message>
        <source>{0} was changed or removed by another program.</source>
        <translation>{0} ble endret eller fjernet av et annet program.</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Last inn på nytt</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>&amp;Lagre som …</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Behold min</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened. Saving replaces that.</source>
        <translation>{0} er endret av et annet program siden den ble åpnet. Lagring erstatter det.</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Overskriv</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Last inn på nytt</translation>
    </message>
    <message>
        <source>Saved, but this format can&apos;t hold: {0}</source>
        <translation>Lagret, men dette formatet tar ikke vare på alt: {0}</translation>
    </message>
    <message>
        <source>The new document</source>
        <translation>Det nye dokumentet</translation>
    </message>
    <message>
        <source>subtitles</source>
        <translation>undertekster</translation>
    </message>
    <message>
        <source>Sotto&apos;s project (*{0})</source>
        <translation>Sotto-prosjekt (*{0})</translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>Transcribe several films</source>
        <translation>Transkriber flere filmer</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkriber</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Filmer</translation>
    </message>
    <message>
        <source>Where each is saved, as a project of its own</source>
        <translation>Hvor hver av dem lagres, som et eget prosjekt</translation>
    </message>
    <message>
        <source>&amp;Beside its film</source>
        <translation>&amp;Ved siden av filmen</translation>
    </message>
    <message>
        <source>All in &amp;one folder:</source>
        <translation>Alle i én &amp;mappe:</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>Vel&amp;g …</translation>
    </message>
    <message>
        <source>Write an &amp;SRT file, too</source>
        <translation>Skriv også en &amp;SRT-fil</translation>
    </message>
    <message>
        <source>Some files are there already</source>
        <translation>Noen filer finnes allerede</translation>
    </message>
    <message>
        <source>&amp;Keep them, and number the new ones: “talk 2”</source>
        <translation>&amp;Behold dem, og nummerer de nye: «foredrag 2»</translation>
    </message>
    <message>
        <source>&amp;Leave these films out</source>
        <translation>&amp;Utelat disse filmene</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Erstatt dem</translation>
    </message>
    <message>
        <source>Films: {0}. They are heard one after another while you work.</source>
        <translation>Filmer: {0}. De blir hørt én etter én mens du arbeider.</translation>
    </message>
    <message>
        <source>Folder for the projects</source>
        <translation>Mappe for prosjektene</translation>
    </message>
    <message>
        <source>{0} and more: {1}</source>
        <translation>{0} og flere: {1}</translation>
    </message>
    <message>
        <source>This folder does not exist: choose another.</source>
        <translation>Denne mappen finnes ikke: velg en annen.</translation>
    </message>
</context>
<context>
    <name>ShiftDialog</name>
    <message>
        <source>Shift times</source>
        <translation>Forskyv tider</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Forskyv</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Retning</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Senere</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Tidligere</translation>
    </message>
    <message>
        <source>No cue is selected.</source>
        <translation>Ingen replikk er merket.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Hvor mye</translation>
    </message>
    <message>
        <source>A&amp;mount:</source>
        <translation>&amp;Hvor mye:</translation>
    </message>
    <message numerus="yes">
        <source>The current one and all that &amp;follow (%n)</source>
        <translation>
            <numerusform>&amp;Den gjeldende og alle som følger (%n)</numerusform>
            <numerusform>&amp;Den gjeldende og alle som følger (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Replikker</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All (%n)</source>
        <translation>
            <numerusform>&amp;Alle (%n)</numerusform>
            <numerusform>&amp;Alle (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Selected (%n)</source>
        <translation>
            <numerusform>&amp;Merkede (%n)</numerusform>
            <numerusform>&amp;Merkede (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them: {0} becomes {1}</source>
        <translation>Den første av dem: {0} blir {1}</translation>
    </message>
    <message>
        <source>There is no cue.</source>
        <translation>Det er ingen replikk.</translation>
    </message>
    <message>
        <source>Type by how much.</source>
        <translation>Skriv hvor mye.</translation>
    </message>
    <message>
        <source>The first of them would begin {0} before the film: choose at most {1}.</source>
        <translation>Den første av dem ville begynne {0} før filmen: velg høyst {1}.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Sotto</source>
        <translation>Sotto</translation>
    </message>
    <message>
        <source>Drop a film, a sound or subtitles here</source>
        <translation>Slipp en film, en lydfil eller undertekster her</translation>
    </message>
    <message>
        <source>Mo&amp;dels...</source>
        <translation>&amp;Modeller …</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Nylige filer</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;Åpne …</translation>
    </message>
    <message>
        <source>&amp;New subtitles</source>
        <translation>&amp;Nye undertekster</translation>
    </message>
    <message>
        <source>Try the sa&amp;mple</source>
        <translation>&amp;Prøv eksempelet</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Transcription</source>
        <translation>Transkripsjon</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Lagret</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Tegnkoding</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>ingen modell</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Lagret {0}</translation>
    </message>
    <message>
        <source>⚠ Not saved since {0}: {1}</source>
        <translation>⚠ Ikke lagret siden {0}: {1}</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0}x</source>
        <translation>{0}x</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>{0} s igjen</translation>
    </message>
    <message>
        <source>Transcribing {0}</source>
        <translation>Transkriberer {0}</translation>
    </message>
    <message>
        <source>Translating {0}</source>
        <translation>Oversetter {0}</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Oversetter</translation>
    </message>
    <message>
        <source>Translation rests</source>
        <translation>Oversettelsen hviler</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Transkriberer</translation>
    </message>
    <message>
        <source>Transcription rests</source>
        <translation>Transkripsjonen hviler</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Stopper …</translation>
    </message>
    <message>
        <source>The engine does not answer: wait, or stop it ({0})</source>
        <translation>Motoren svarer ikke: vent, eller stopp den ({0})</translation>
    </message>
    <message>
        <source>The engine does not answer: wait, or stop it</source>
        <translation>Motoren svarer ikke: vent, eller stopp den</translation>
    </message>
</context>
<context>
    <name>StretchDialog</name>
    <message>
        <source>Stretch times</source>
        <translation>Strekk tider</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strekk</translation>
    </message>
    <message>
        <source>First point</source>
        <translation>Første punkt</translation>
    </message>
    <message>
        <source>Second point</source>
        <translation>Andre punkt</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Laget for</translation>
    </message>
    <message>
        <source>Film has</source>
        <translation>Filmen har</translation>
    </message>
    <message>
        <source>By &amp;two points</source>
        <translation>&amp;Etter to punkter</translation>
    </message>
    <message>
        <source>By &amp;frame rate</source>
        <translation>Etter &amp;bildefrekvens</translation>
    </message>
    <message>
        <source>Say of two cues when they should begin; all others move in proportion.</source>
        <translation>Si når to replikker skal begynne; alle andre flyttes i forhold.</translation>
    </message>
    <message>
        <source>For times that fit at the beginning and drift away: they were made for a film at another speed.</source>
        <translation>For tider som passer i begynnelsen og så glir bort: de ble laget for en film med en annen fart.</translation>
    </message>
    <message>
        <source>Times were &amp;made for:</source>
        <translation>&amp;Tidene er laget for:</translation>
    </message>
    <message>
        <source>The film &amp;has:</source>
        <translation>&amp;Filmen har:</translation>
    </message>
    <message>
        <source>This is no frame rate: choose one, or write one such as 25 or 30000/1001.</source>
        <translation>Dette er ingen bildefrekvens: velg en, eller skriv en som 25 eller 30000/1001.</translation>
    </message>
    <message>
        <source>Both rates are the same: nothing would change.</source>
        <translation>Begge frekvensene er like: ingenting ville endres.</translation>
    </message>
    <message>
        <source>The last cue: {0} becomes {1}</source>
        <translation>Den siste replikken: {0} blir {1}</translation>
    </message>
</context>
<context>
    <name>TimeActions</name>
    <message>
        <source>Set &amp;start</source>
        <translation>&amp;Sett start</translation>
    </message>
    <message>
        <source>Start at the playhead</source>
        <translation>Start ved spillehodet</translation>
    </message>
    <message>
        <source>Set &amp;end</source>
        <translation>S&amp;ett slutt</translation>
    </message>
    <message>
        <source>End at the playhead</source>
        <translation>Slutt ved spillehodet</translation>
    </message>
    <message>
        <source>Set end and go to the &amp;next</source>
        <translation>Sett slutt og &amp;gå til neste</translation>
    </message>
    <message>
        <source>&amp;Move to the playhead</source>
        <translation>Fl&amp;ytt til spillehodet</translation>
    </message>
    <message>
        <source>Shift &amp;later</source>
        <translation>&amp;Forskyv senere</translation>
    </message>
    <message>
        <source>Shift e&amp;arlier</source>
        <translation>Fors&amp;kyv tidligere</translation>
    </message>
    <message>
        <source>E&amp;xtend to the next</source>
        <translation>Forleng til &amp;neste</translation>
    </message>
    <message>
        <source>Extend to the &amp;previous</source>
        <translation>F&amp;orleng til forrige</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Type a time, such as 0:01:02,500</source>
        <translation>Skriv en tid, for eksempel 0:01:02,500</translation>
    </message>
    <message>
        <source>This is no time: write hours:minutes:seconds,milliseconds, such as 0:01:02,500</source>
        <translation>Dette er ingen tid: skriv timer:minutter:sekunder,millisekunder, for eksempel 0:01:02,500</translation>
    </message>
    <message>
        <source>Minutes go up to 59 where hours stand before them</source>
        <translation>Minuttene går til 59 når det står timer foran</translation>
    </message>
    <message>
        <source>Seconds go up to 59 where minutes stand before them</source>
        <translation>Sekundene går til 59 når det står minutter foran</translation>
    </message>
    <message>
        <source>This is later than 99:59:59,999</source>
        <translation>Dette er senere enn 99:59:59,999</translation>
    </message>
    <message>
        <source>The time must be from {0} to {1}</source>
        <translation>Tiden må være fra {0} til {1}</translation>
    </message>
</context>
<context>
    <name>TranscribeDialog</name>
    <message>
        <source>Transcribe</source>
        <translation>Transkriber</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transkriber på nytt</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Oppgave</translation>
    </message>
    <message>
        <source>&amp;Write down what is said</source>
        <translation>Skriv ned &amp;det som blir sagt</translation>
    </message>
    <message>
        <source>T&amp;ranslate it into English</source>
        <translation>&amp;Oversett det til engelsk</translation>
    </message>
    <message>
        <source>One speaker a &amp;channel: hear each by itself</source>
        <translation>Én taler &amp;per kanal: hør hver for seg</translation>
    </message>
    <message>
        <source>Åse Nilsen, Trollheimen, Finansdepartementet</source>
        <translation>Åse Nilsen, Trollheimen, Finansdepartementet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Oppdag</translation>
    </message>
    <message>
        <source>The &amp;selection: {0} to {1}</source>
        <translation>Utvalget: {0} &amp;til {1}</translation>
    </message>
    <message>
        <source>Nothing is selected on the waveform, and no cue.</source>
        <translation>Ingenting er merket på bølgeformen, og ingen replikk.</translation>
    </message>
    <message>
        <source>The playhead is at the start.</source>
        <translation>Spillehodet er ved starten.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>The whole &amp;file</source>
        <translation>&amp;Hele filen</translation>
    </message>
    <message>
        <source>The &amp;selection</source>
        <translation>&amp;Utvalget</translation>
    </message>
    <message>
        <source>From the &amp;playhead on: {0}</source>
        <translation>&amp;Fra spillehodet: {0}</translation>
    </message>
    <message>
        <source>How many channels the sound has is not known yet.</source>
        <translation>Det er ikke kjent ennå hvor mange kanaler lyden har.</translation>
    </message>
    <message>
        <source>The sound has one channel only.</source>
        <translation>Lyden har bare én kanal.</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fil:</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Hva:</translation>
    </message>
    <message>
        <source>Mo&amp;del:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Språk:</translation>
    </message>
    <message>
        <source>&amp;Names and terms:</source>
        <translation>&amp;Navn og ord:</translation>
    </message>
    <message>
        <source>Said &amp;before:</source>
        <translation>Sa&amp;gt før:</translation>
    </message>
    <message>
        <source>Put before every window, so that they are spelled right.</source>
        <translation>Settes foran hvert vindu, så de staves riktig.</translation>
    </message>
    <message>
        <source>The sentence before the start, as a hint of style and spelling.</source>
        <translation>Setningen før starten, som et hint om stil og skrivemåte.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} til {1}</translation>
    </message>
    <message>
        <source>{0} and later; stretches: {1}, together {2} s</source>
        <translation>{0} og senere; stykker: {1}, til sammen {2} s</translation>
    </message>
    <message>
        <source>English is English already.</source>
        <translation>Engelsk er allerede engelsk.</translation>
    </message>
</context>
<context>
    <name>TranslateActions</name>
    <message>
        <source>Trans&amp;late into English...</source>
        <translation>&amp;Oversett til engelsk …</translation>
    </message>
    <message>
        <source>Let the engine put what is said beside the cues in English</source>
        <translation>La motoren sette det som blir sagt, ved siden av replikkene på engelsk</translation>
    </message>
    <message>
        <source>The model wrote down what is said and translated nothing: undo, and choose another model.</source>
        <translation>Modellen skrev ned det som blir sagt, og oversatte ingenting: angre, og velg en annen modell.</translation>
    </message>
    <message>
        <source>Cues translated: {0}. Without a translation: {1}.</source>
        <translation>Replikker oversatt: {0}. Uten oversettelse: {1}.</translation>
    </message>
    <message>
        <source>Cues translated: {0}.</source>
        <translation>Replikker oversatt: {0}.</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Oversettelse</translation>
    </message>
    <message>
        <source>The translation stopped. Cues that are left: {0}. {1}</source>
        <translation>Oversettelsen stoppet. Replikker som gjenstår: {0}. {1}</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsett</translation>
    </message>
    <message>
        <source>&amp;Keep what is there</source>
        <translation>&amp;Behold det som er der</translation>
    </message>
</context>
<context>
    <name>TranslateDialog</name>
    <message>
        <source>Translate into English</source>
        <translation>Oversett til engelsk</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Oversett</translation>
    </message>
    <message>
        <source>Only cues &amp;without a translation</source>
        <translation>Bare replikker &amp;uten oversettelse</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fil:</translation>
    </message>
    <message>
        <source>Mo&amp;del:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>&amp;Spoken language:</source>
        <translation>&amp;Talt språk:</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>&amp;All cues: {0}</source>
        <translation>Alle &amp;replikker: {0}</translation>
    </message>
    <message>
        <source>Selected &amp;cues only: {0}</source>
        <translation>Bare merkede re&amp;plikker: {0}</translation>
    </message>
    <message>
        <source>No cue with text is selected.</source>
        <translation>Ingen replikk med tekst er merket.</translation>
    </message>
    <message>
        <source>None of these cues has a translation yet.</source>
        <translation>Ingen av disse replikkene har en oversettelse ennå.</translation>
    </message>
    <message>
        <source>Cues to be translated: {0}.</source>
        <translation>Replikker som skal oversettes: {0}.</translation>
    </message>
    <message>
        <source>Translations by hand, which stay as they are: {0}.</source>
        <translation>Oversettelser gjort for hånd, som forblir som de er: {0}.</translation>
    </message>
    <message>
        <source>Translations of a model, which are replaced: {0}.</source>
        <translation>Oversettelser fra en modell, som erstattes: {0}.</translation>
    </message>
    <message>
        <source>English is English already: choose another language if another one is spoken.</source>
        <translation>Engelsk er allerede engelsk: velg et annet språk hvis et annet blir snakket.</translation>
    </message>
    <message>
        <source>Each of these cues has a translation: choose others, or have those of a model replaced.</source>
        <translation>Hver av disse replikkene har en oversettelse: velg andre, eller la dem fra en modell bli erstattet.</translation>
    </message>
    <message>
        <source>Each of these cues has a translation that was made by hand, and stays as it is.</source>
        <translation>Hver av disse replikkene har en oversettelse som er gjort for hånd, og som forblir som den er.</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>The translation was undone, and what is still heard has no place: start it again</source>
        <translation>Oversettelsen ble angret, og det som fortsatt høres, har ingen plass: start den på nytt</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Frame back</source>
        <translation>Ett bilde tilbake</translation>
    </message>
    <message>
        <source>Jump back</source>
        <translation>Hopp tilbake</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spill av</translation>
    </message>
    <message>
        <source>Jump forward</source>
        <translation>Hopp fremover</translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation>Ett bilde fremover</translation>
    </message>
    <message>
        <source>Loop this cue</source>
        <translation>Gjenta denne replikken</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Demp</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posisjon</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Varighet</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Fart</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lydstyrke</translation>
    </message>
    <message>
        <source>Position in the film</source>
        <translation>Posisjon i filmen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>VideoPanel</name>
    <message>
        <source>No film is open</source>
        <translation>Ingen film er åpen</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Picture</source>
        <translation>Bilde</translation>
    </message>
</context>
<context>
    <name>WaveformPanel</name>
    <message>
        <source>Zoom in</source>
        <translation>Zoom inn</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom ut</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogram</translation>
    </message>
    <message>
        <source>Time in view</source>
        <translation>Tid i visningen</translation>
    </message>
    <message>
        <source>The waveform of a film or sound appears here</source>
        <translation>Her vises bølgeformen til en film eller lyd</translation>
    </message>
    <message>
        <source>Reading the sound...</source>
        <translation>Leser lyden …</translation>
    </message>
    <message>
        <source>There is no sound to show</source>
        <translation>Det er ingen lyd å vise</translation>
    </message>
    <message>
        <source>Reading the sound: {0} %</source>
        <translation>Leser lyden: {0} %</translation>
    </message>
    <message>
        <source>Make a cue of the marked time</source>
        <translation>Lag en replikk av den merkede tiden</translation>
    </message>
    <message>
        <source>Play the marked time</source>
        <translation>Spill av den merkede tiden</translation>
    </message>
    <message>
        <source>Insert a cue here</source>
        <translation>Sett inn en replikk her</translation>
    </message>
    <message>
        <source>Split the cue here</source>
        <translation>Del replikken her</translation>
    </message>
    <message>
        <source>Start the current cue here</source>
        <translation>La gjeldende replikk starte her</translation>
    </message>
    <message>
        <source>End the current cue here</source>
        <translation>La gjeldende replikk slutte her</translation>
    </message>
    <message>
        <source>Translation on the cues</source>
        <translation>Oversettelse på replikkene</translation>
    </message>
    <message>
        <source>Keep the playhead in the middle</source>
        <translation>Hold spillehodet i midten</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Vis alt</translation>
    </message>
</context>
<context>
    <name>WaveformPicture</name>
    <message>
        <source>Waveform</source>
        <translation>Bølgeform</translation>
    </message>
    <message>
        <source>Cues: {0}, {1}</source>
        <translation>Replikker: {0}, {1}</translation>
    </message>
    <message>
        <source>Cue {0} of {1}, {2}</source>
        <translation>Replikk {0} av {1}, {2}</translation>
    </message>
    <message>
        <source>{0} – Enter makes a cue</source>
        <translation>{0} – Enter lager en replikk</translation>
    </message>
    <message>
        <source>Playhead at {0}.</source>
        <translation>Spillehode ved {0}.</translation>
    </message>
    <message>
        <source>In view from {0} to {1}.</source>
        <translation>I visningen fra {0} til {1}.</translation>
    </message>
    <message>
        <source>Cue {0} of {1} is selected, from {2} to {3}.</source>
        <translation>Replikk {0} av {1} er merket, fra {2} til {3}.</translation>
    </message>
    <message>
        <source>Marked from {0} to {1}, Enter makes a cue.</source>
        <translation>Merket fra {0} til {1}, Enter lager en replikk.</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message>
        <source>Characters per line and per second, and how many the profile allows</source>
        <translation>Tegn per linje og per sekund, og hvor mange profilen tillater</translation>
    </message>
    <message>
        <source>Per line: {count}</source>
        <translation>Per linje: {count}</translation>
    </message>
    <message>
        <source>Per second: {speed}</source>
        <translation>Per sekund: {speed}</translation>
    </message>
</context>
<context>
    <name>_Point</name>
    <message>
        <source>{0}: number of the cue</source>
        <translation>{0}: nummeret på replikken</translation>
    </message>
    <message>
        <source>{0}: should begin at</source>
        <translation>{0}: skal begynne ved</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Replikk</translation>
    </message>
    <message>
        <source>Should begin at</source>
        <translation>Skal begynne ved</translation>
    </message>
    <message>
        <source>begins at {0}</source>
        <translation>begynner ved {0}</translation>
    </message>
</context>
</TS>
