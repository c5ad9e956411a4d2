<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sotto</source>
        <translation>Acerca de Sotto</translation>
    </message>
    <message>
        <source>A subtitle editor that listens: Whisper on your own machine.</source>
        <translation>Un editor de subtítulos que escucha: Whisper en su propio equipo.</translation>
    </message>
    <message>
        <source>Nothing is uploaded, no usage is counted: Sotto connects only to fetch a model that you ask for.</source>
        <translation>No se sube nada ni se cuenta el uso: Sotto solo abre una conexión para descargar un modelo que usted haya pedido.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Software libre bajo la GNU General Public License, versión 3 o posterior. Se ofrece sin ninguna garantía.</translation>
    </message>
    <message>
        <source>Made with:</source>
        <translation>Hecho con:</translation>
    </message>
    <message>
        <source>Packages that Sotto is made with</source>
        <translation>Paquetes con los que está hecho Sotto</translation>
    </message>
</context>
<context>
    <name>AgainActions</name>
    <message>
        <source>Stopped: the cues stay as they are.</source>
        <translation>Detenido: los subtítulos quedan como están.</translation>
    </message>
    <message>
        <source>Transcribe &amp;again...</source>
        <translation>Transcribir de &amp;nuevo...</translation>
    </message>
    <message>
        <source>Hear the selected cues once more, and choose between the old texts and the new ones</source>
        <translation>Oír una vez más los subtítulos seleccionados y elegir entre los textos anteriores y los nuevos</translation>
    </message>
    <message>
        <source>&amp;Compare what was heard again...</source>
        <translation>&amp;Comparar lo oído de nuevo...</translation>
    </message>
    <message>
        <source>Choose between the old texts and the new ones</source>
        <translation>Elegir entre los textos anteriores y los nuevos</translation>
    </message>
    <message>
        <source>There is nothing to hear: the selected cues have no length, or begin after the film.</source>
        <translation>No hay nada que oír: los subtítulos seleccionados no tienen duración o empiezan después del vídeo.</translation>
    </message>
    <message>
        <source>Rows replaced: {0}.</source>
        <translation>Filas reemplazadas: {0}.</translation>
    </message>
    <message>
        <source>Rows replaced: {0}. Changed meanwhile, kept: {1}.</source>
        <translation>Filas reemplazadas: {0}. Cambiadas entretanto y conservadas: {1}.</translation>
    </message>
    <message>
        <source>Nothing was heard there: the cues stay as they are.</source>
        <translation>Ahí no se oyó nada: los subtítulos quedan como están.</translation>
    </message>
    <message>
        <source>Heard again: choose “Compare what was heard again” when you like.</source>
        <translation>Oído de nuevo: elija «Comparar lo oído de nuevo» cuando quiera.</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transcribir de nuevo</translation>
    </message>
    <message>
        <source>{0} The cues stay as they are.</source>
        <translation>{0} Los subtítulos quedan como están.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Volver a intentarlo</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Dejarlo</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Cue</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Corregido</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>Columnas en su orden</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt with an arrow moves it.</source>
        <translation>Espacio muestra u oculta una columna; Alt con una flecha la mueve.</translation>
    </message>
    <message>
        <source>One column at least has to be shown.</source>
        <translation>Debe mostrarse al menos una columna.</translation>
    </message>
</context>
<context>
    <name>CueActions</name>
    <message>
        <source>&amp;Insert after</source>
        <translation>&amp;Insertar después</translation>
    </message>
    <message>
        <source>Insert &amp;before</source>
        <translation>Insertar &amp;antes</translation>
    </message>
    <message>
        <source>Insert at the playhe&amp;ad</source>
        <translation>Insertar &amp;junto al cabezal</translation>
    </message>
    <message>
        <source>Duplica&amp;te</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Split at the cursor</source>
        <translation>Di&amp;vidir en el cursor</translation>
    </message>
    <message>
        <source>Split the text where the cursor stands; each part gets the time in which it is said</source>
        <translation>Divide el texto donde está el cursor; cada parte recibe el tiempo en que se dice</translation>
    </message>
    <message>
        <source>Split at the play&amp;head</source>
        <translation>Dividir en el cabe&amp;zal</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Unir</translation>
    </message>
    <message>
        <source>Merge as dialo&amp;gue</source>
        <translation>Uni&amp;r como diálogo</translation>
    </message>
    <message>
        <source>Itali&amp;c</source>
        <translation>&amp;Cursiva</translation>
    </message>
    <message>
        <source>B&amp;old</source>
        <translation>&amp;Negrita</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>Subra&amp;yado</translation>
    </message>
    <message>
        <source>Brea&amp;k lines</source>
        <translation>Dividir en &amp;líneas</translation>
    </message>
    <message>
        <source>Mark as &amp;verified</source>
        <translation>Marcar como veri&amp;ficado</translation>
    </message>
    <message>
        <source>&amp;Edit the text</source>
        <translation>Editar el te&amp;xto</translation>
    </message>
    <message>
        <source>&amp;Previous cue</source>
        <translation>Su&amp;btítulo anterior</translation>
    </message>
    <message>
        <source>&amp;Next cue</source>
        <translation>&amp;Subtítulo siguiente</translation>
    </message>
    <message>
        <source>&amp;First cue</source>
        <translation>Pri&amp;mer subtítulo</translation>
    </message>
    <message>
        <source>&amp;Last cue</source>
        <translation>Úl&amp;timo subtítulo</translation>
    </message>
    <message>
        <source>Next doubtful &amp;word</source>
        <translation>Si&amp;guiente palabra dudosa</translation>
    </message>
    <message>
        <source>Previous doubtful wo&amp;rd</source>
        <translation>&amp;Palabra dudosa anterior</translation>
    </message>
    <message>
        <source>No cue stands at the playhead</source>
        <translation>No hay ningún subtítulo en el cabezal</translation>
    </message>
    <message>
        <source>No more doubtful words in this direction</source>
        <translation>No hay más palabras dudosas en esta dirección</translation>
    </message>
</context>
<context>
    <name>CueEditor</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Inicio</translation>
    </message>
    <message>
        <source>E&amp;nd</source>
        <translation>&amp;Final</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>Dura&amp;ción</translation>
    </message>
    <message>
        <source>Spea&amp;ker</source>
        <translation>&amp;Hablante</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>Sin traducción</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
</context>
<context>
    <name>CueModel</name>
    <message>
        <source>machine</source>
        <translation>máquina</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificado</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problema</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>no translation</source>
        <translation>sin traducción</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>CPS</source>
        <translation>CPS</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>CueTable</name>
    <message>
        <source>Cues</source>
        <translation>Subtítulos</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forma de onda</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>An import or a removal broke off: what is left of it can be removed.</source>
        <translation>Se interrumpió una importación o una eliminación: lo que queda de ella se puede quitar.</translation>
    </message>
    <message>
        <source>The model is here.</source>
        <translation>El modelo ya está aquí.</translation>
    </message>
    <message>
        <source>What has come is kept: Resume goes on from there.</source>
        <translation>Lo recibido se conserva: «Reanudar» continúa desde ahí.</translation>
    </message>
</context>
<context>
    <name>Emptiness</name>
    <message>
        <source>No film or sound is open yet.</source>
        <translation>Aún no hay ningún vídeo ni sonido abierto.</translation>
    </message>
    <message>
        <source>This film has no sound: there is nothing to write down.</source>
        <translation>Este vídeo no tiene sonido: no hay nada que escribir.</translation>
    </message>
    <message>
        <source>The transcription broke off before the first cue.</source>
        <translation>La transcripción se interrumpió antes del primer subtítulo.</translation>
    </message>
    <message>
        <source>No speech was found: choose the language or another model, and try again.</source>
        <translation>No se encontró voz: elija el idioma u otro modelo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The film is being prepared, {0} %; it can be transcribed already.</source>
        <translation>Se está preparando el vídeo, {0} %; ya se puede transcribir.</translation>
    </message>
    <message>
        <source>The film is ready to be transcribed: Sotto writes down what is said.</source>
        <translation>El vídeo está listo para transcribir: Sotto escribe lo que se dice.</translation>
    </message>
    <message>
        <source>The transcription rests.</source>
        <translation>La transcripción está en pausa.</translation>
    </message>
    <message>
        <source>The transcription is being stopped...</source>
        <translation>Se está deteniendo la transcripción...</translation>
    </message>
    <message>
        <source>Listening: the first cues will be here soon.</source>
        <translation>Escuchando: pronto llegarán los primeros subtítulos.</translation>
    </message>
    <message>
        <source>Open film or sound...</source>
        <translation>Abrir vídeo o sonido...</translation>
    </message>
    <message>
        <source>Transcribe...</source>
        <translation>Transcribir...</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Break lines</source>
        <translation>Dividir en líneas</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>Cambiar color</translation>
    </message>
    <message>
        <source>Change frame rate</source>
        <translation>Cambiar velocidad de fotogramas</translation>
    </message>
    <message>
        <source>Change style</source>
        <translation>Cambiar estilo</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Cambiar texto</translation>
    </message>
    <message>
        <source>Change translation</source>
        <translation>Cambiar traducción</translation>
    </message>
    <message>
        <source>Choose media</source>
        <translation>Elegir medio</translation>
    </message>
    <message>
        <source>Cut anew</source>
        <translation>Cortar de nuevo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Extend to next</source>
        <translation>Extender hasta el siguiente</translation>
    </message>
    <message>
        <source>Extend to previous</source>
        <translation>Extender hasta el anterior</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Insert after</source>
        <translation>Insertar después</translation>
    </message>
    <message>
        <source>Insert before</source>
        <translation>Insertar antes</translation>
    </message>
    <message>
        <source>Mark as verified</source>
        <translation>Marcar como verificado</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Merge as dialogue</source>
        <translation>Unir como diálogo</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Rename speaker</source>
        <translation>Renombrar hablante</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Reemplazar todo</translation>
    </message>
    <message>
        <source>Replace document</source>
        <translation>Reemplazar el documento</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>Fijar final</translation>
    </message>
    <message>
        <source>Set languages</source>
        <translation>Fijar idiomas</translation>
    </message>
    <message>
        <source>Set profile</source>
        <translation>Fijar perfil</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Fijar hablante</translation>
    </message>
    <message>
        <source>Set start</source>
        <translation>Fijar inicio</translation>
    </message>
    <message>
        <source>Set times</source>
        <translation>Fijar tiempos</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Shift from here on</source>
        <translation>Desplazar desde aquí</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Split at time</source>
        <translation>Dividir en un tiempo</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Estirar</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transcribir</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transcribir de nuevo</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traducir</translation>
    </message>
    <message>
        <source>A cue can&apos;t begin there: choose a time inside of the film</source>
        <translation>Un subtítulo no puede empezar ahí: elija un tiempo dentro del vídeo</translation>
    </message>
    <message>
        <source>A cue has to end after its start: drag it longer</source>
        <translation>Un subtítulo debe terminar después de su inicio: alárguelo</translation>
    </message>
    <message>
        <source>A cue was changed since it was checked: check again</source>
        <translation>Un subtítulo cambió desde que se comprobó: compruebe de nuevo</translation>
    </message>
    <message>
        <source>A cue was changed since it was heard again: choose again</source>
        <translation>Un subtítulo cambió desde que se oyó de nuevo: elija otra vez</translation>
    </message>
    <message>
        <source>A cue was edited meanwhile and stays as it is: leave it out of what is replaced</source>
        <translation>Un subtítulo se editó entretanto y queda como está: exclúyalo de lo que se reemplaza</translation>
    </message>
    <message>
        <source>A cue would end after 99:59:59.999: choose an earlier time</source>
        <translation>Un subtítulo terminaría después de 99:59:59.999: elija un tiempo anterior</translation>
    </message>
    <message>
        <source>A selected cue is no longer in the document: select again</source>
        <translation>Un subtítulo seleccionado ya no está en el documento: seleccione de nuevo</translation>
    </message>
    <message>
        <source>A speaker needs a name: type one, or set the speaker of the cues to nobody</source>
        <translation>Un hablante necesita un nombre: escriba uno o deje los subtítulos sin hablante</translation>
    </message>
    <message>
        <source>Both points are at the same time: choose two cues far apart</source>
        <translation>Ambos puntos están en el mismo tiempo: elija dos subtítulos alejados</translation>
    </message>
    <message>
        <source>No cue follows the last one: set its end instead</source>
        <translation>Ningún subtítulo sigue al último: fije su final</translation>
    </message>
    <message>
        <source>No cue is selected: select one first</source>
        <translation>No hay ningún subtítulo seleccionado: seleccione uno primero</translation>
    </message>
    <message>
        <source>No cue stands before the first one: set its start instead</source>
        <translation>Ningún subtítulo precede al primero: fije su inicio</translation>
    </message>
    <message>
        <source>One cue alone can&apos;t be merged: select two or more</source>
        <translation>Un solo subtítulo no se puede unir: seleccione dos o más</translation>
    </message>
    <message>
        <source>One of the halves would have no text: put the cursor between two words</source>
        <translation>Una de las mitades quedaría sin texto: ponga el cursor entre dos palabras</translation>
    </message>
    <message>
        <source>Other cues stand between the selected ones: select cues that follow each other</source>
        <translation>Hay otros subtítulos entre los seleccionados: seleccione subtítulos consecutivos</translation>
    </message>
    <message>
        <source>The cue has only one word: set its end and insert another cue</source>
        <translation>El subtítulo tiene una sola palabra: fije su final e inserte otro subtítulo</translation>
    </message>
    <message>
        <source>The cue is no longer in the document: choose another one</source>
        <translation>El subtítulo ya no está en el documento: elija otro</translation>
    </message>
    <message>
        <source>The cue is too short to be split: give it more time first</source>
        <translation>El subtítulo es demasiado corto para dividirlo: dele antes más tiempo</translation>
    </message>
    <message>
        <source>The cue would end before it starts: set its other time first, or move the cue</source>
        <translation>El subtítulo terminaría antes de empezar: fije primero su otro tiempo o muévalo</translation>
    </message>
    <message>
        <source>The points would change their order: the later one must stay the later one</source>
        <translation>Los puntos cambiarían de orden: el posterior debe seguir siéndolo</translation>
    </message>
    <message>
        <source>The regular expression calls itself, which search does not allow: simplify it</source>
        <translation>La expresión regular se llama a sí misma, y la búsqueda no lo permite: simplifíquela</translation>
    </message>
    <message>
        <source>The regular expression is too deep or too big: simplify it</source>
        <translation>La expresión regular es demasiado profunda o grande: simplifíquela</translation>
    </message>
    <message>
        <source>The time is not inside of the cue: choose one between its start and its end</source>
        <translation>El tiempo no está dentro del subtítulo: elija uno entre su inicio y su final</translation>
    </message>
    <message>
        <source>The transcription was undone, and what it hears has no place: start it again</source>
        <translation>La transcripción se deshizo y lo que oye no tiene sitio: iníciela de nuevo</translation>
    </message>
    <message>
        <source>There is no speaker of that name any more: choose another one</source>
        <translation>Ya no hay ningún hablante con ese nombre: elija otro</translation>
    </message>
    <message>
        <source>There is no text to style: select a cue with text</source>
        <translation>No hay texto al que dar estilo: seleccione un subtítulo con texto</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>No hay nada que rehacer</translation>
    </message>
    <message>
        <source>There is nothing to search for: type some text</source>
        <translation>No hay nada que buscar: escriba algún texto</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>No hay nada que deshacer</translation>
    </message>
    <message>
        <source>Two fixes are for the same cue: apply one, then check again</source>
        <translation>Dos correcciones son para el mismo subtítulo: aplique una y compruebe de nuevo</translation>
    </message>
    <message>
        <source>What was found has changed meanwhile: search again</source>
        <translation>Lo encontrado ha cambiado entretanto: busque de nuevo</translation>
    </message>
    <message>
        <source>A cue without text</source>
        <translation>Un subtítulo sin texto</translation>
    </message>
    <message>
        <source>A cue that ends before it begins, or at once</source>
        <translation>Un subtítulo que termina antes de empezar, o al mismo tiempo</translation>
    </message>
    <message>
        <source>A cue that begins before the film</source>
        <translation>Un subtítulo que empieza antes del vídeo</translation>
    </message>
    <message>
        <source>A cue that begins before the one above it</source>
        <translation>Un subtítulo que empieza antes que el de arriba</translation>
    </message>
    <message>
        <source>A cue that begins before the one before it has ended</source>
        <translation>Un subtítulo que empieza antes de que termine el anterior</translation>
    </message>
    <message>
        <source>A cue that stands while none of its words is said</source>
        <translation>Un subtítulo visible mientras no se dice ninguna de sus palabras</translation>
    </message>
    <message>
        <source>A line that is too long</source>
        <translation>Una línea demasiado larga</translation>
    </message>
    <message>
        <source>A cue with too much text</source>
        <translation>Un subtítulo con demasiado texto</translation>
    </message>
    <message>
        <source>A cue with too many lines</source>
        <translation>Un subtítulo con demasiadas líneas</translation>
    </message>
    <message>
        <source>A line with too many words</source>
        <translation>Una línea con demasiadas palabras</translation>
    </message>
    <message>
        <source>A cue that stands too short</source>
        <translation>Un subtítulo demasiado breve</translation>
    </message>
    <message>
        <source>A cue that stands too long</source>
        <translation>Un subtítulo que dura demasiado</translation>
    </message>
    <message>
        <source>A cue that must be read too fast</source>
        <translation>Un subtítulo que hay que leer demasiado rápido</translation>
    </message>
    <message>
        <source>A cue that stands too long for its text</source>
        <translation>Un subtítulo que dura demasiado para su texto</translation>
    </message>
    <message>
        <source>A cue with more words than can be read in its time</source>
        <translation>Un subtítulo con más palabras de las que se pueden leer en su tiempo</translation>
    </message>
    <message>
        <source>Two cues too close together</source>
        <translation>Dos subtítulos demasiado juntos</translation>
    </message>
    <message>
        <source>A short gap that should be closed</source>
        <translation>Un hueco corto que debería cerrarse</translation>
    </message>
    <message>
        <source>A break that isn&apos;t needed</source>
        <translation>Un salto de línea innecesario</translation>
    </message>
    <message>
        <source>A cue before its words</source>
        <translation>Un subtítulo antes de sus palabras</translation>
    </message>
    <message>
        <source>A cue behind its words</source>
        <translation>Un subtítulo retrasado respecto a sus palabras</translation>
    </message>
    <message>
        <source>A cue that outlasts its words</source>
        <translation>Un subtítulo que dura más que sus palabras</translation>
    </message>
    <message>
        <source>A cue of the machine that nobody has listened to</source>
        <translation>Un subtítulo de la máquina que nadie ha escuchado</translation>
    </message>
    <message>
        <source>A cue without a translation</source>
        <translation>Un subtítulo sin traducción</translation>
    </message>
    <message>
        <source>Nobody sees anything for as long as it stands, and many players show an empty box.</source>
        <translation>Nadie ve nada mientras está, y muchos reproductores muestran un recuadro vacío.</translation>
    </message>
    <message>
        <source>Players never show it, or stop reading the file here.</source>
        <translation>Los reproductores no lo muestran, o dejan de leer el archivo aquí.</translation>
    </message>
    <message>
        <source>It can&apos;t be written in most formats and would be moved to zero.</source>
        <translation>No se puede escribir en la mayoría de los formatos y se movería a cero.</translation>
    </message>
    <message>
        <source>Some players show cues in the order of the file and skip this one.</source>
        <translation>Algunos reproductores muestran los subtítulos en el orden del archivo y omiten este.</translation>
    </message>
    <message>
        <source>Two cues at a time cover each other or jump, and readers lose the line they were in.</source>
        <translation>Dos subtítulos a la vez se tapan o saltan, y quien lee pierde la línea.</translation>
    </message>
    <message>
        <source>What is read is not what is heard: for many viewers that makes both unusable.</source>
        <translation>Lo que se lee no es lo que se oye: para muchos eso inutiliza ambas cosas.</translation>
    </message>
    <message>
        <source>It runs off narrow screens, or is broken by the player where nobody wanted it.</source>
        <translation>Se sale de las pantallas estrechas, o el reproductor la corta donde nadie quería.</translation>
    </message>
    <message>
        <source>The eye stays with the text and misses the picture.</source>
        <translation>La vista se queda en el texto y pierde la imagen.</translation>
    </message>
    <message>
        <source>It hides the picture, faces first of all.</source>
        <translation>Tapa la imagen, sobre todo las caras.</translation>
    </message>
    <message>
        <source>You asked for fewer.</source>
        <translation>Usted pidió menos.</translation>
    </message>
    <message>
        <source>The eye needs time to find a cue before it can read it; this one only flickers.</source>
        <translation>La vista necesita tiempo para encontrar un subtítulo antes de leerlo; este solo parpadea.</translation>
    </message>
    <message>
        <source>Who has read it long ago begins to read it again, and waits for the next one.</source>
        <translation>Quien lo leyó hace rato vuelve a leerlo y espera el siguiente.</translation>
    </message>
    <message>
        <source>Most viewers can&apos;t finish it, or see nothing of the film while they do.</source>
        <translation>La mayoría no logra terminarlo, o no ve nada del vídeo mientras lo hace.</translation>
    </message>
    <message>
        <source>Who has read it long ago begins to read it again.</source>
        <translation>Quien lo leyó hace rato vuelve a leerlo.</translation>
    </message>
    <message>
        <source>Without a moment between them the eye doesn&apos;t see that the text has changed.</source>
        <translation>Sin un instante entre ellos, la vista no percibe que el texto ha cambiado.</translation>
    </message>
    <message>
        <source>The screen is blank for a blink: that flickers and takes reading time away.</source>
        <translation>La pantalla queda vacía un instante: eso parpadea y quita tiempo de lectura.</translation>
    </message>
    <message>
        <source>A short text on two lines hides more of the picture and is read more slowly.</source>
        <translation>Un texto corto en dos líneas tapa más imagen y se lee más despacio.</translation>
    </message>
    <message>
        <source>It gives away what is about to be said.</source>
        <translation>Adelanta lo que está a punto de decirse.</translation>
    </message>
    <message>
        <source>Who hears and reads at once is disturbed, and the time to read is lost.</source>
        <translation>Molesta a quien oye y lee a la vez, y se pierde tiempo de lectura.</translation>
    </message>
    <message>
        <source>It seems to belong to the silence, or to whoever speaks next.</source>
        <translation>Parece pertenecer al silencio, o a quien habla después.</translation>
    </message>
    <message>
        <source>A model invents words now and then, and only a person can vouch for them.</source>
        <translation>Un modelo inventa palabras de vez en cuando, y solo una persona puede dar fe de ellas.</translation>
    </message>
    <message>
        <source>Who reads the translation sees nothing while this is said.</source>
        <translation>Quien lee la traducción no ve nada mientras se dice esto.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>caracteres</translation>
    </message>
    <message>
        <source>characters/s</source>
        <translation>caracteres/s</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>líneas</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>ms/character</source>
        <translation>ms/carácter</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>words/min</source>
        <translation>palabras/min</translation>
    </message>
    <message>
        <source>times are left out</source>
        <translation>se omiten los tiempos</translation>
    </message>
    <message>
        <source>the ends of cues are left out</source>
        <translation>se omiten los finales de los subtítulos</translation>
    </message>
    <message>
        <source>times are rounded</source>
        <translation>se redondean los tiempos</translation>
    </message>
    <message>
        <source>times before zero become zero</source>
        <translation>los tiempos anteriores a cero pasan a cero</translation>
    </message>
    <message>
        <source>italic is left out</source>
        <translation>se omite la cursiva</translation>
    </message>
    <message>
        <source>bold is left out</source>
        <translation>se omite la negrita</translation>
    </message>
    <message>
        <source>underline is left out</source>
        <translation>se omite el subrayado</translation>
    </message>
    <message>
        <source>colours are left out</source>
        <translation>se omiten los colores</translation>
    </message>
    <message>
        <source>line breaks become spaces</source>
        <translation>los saltos de línea pasan a espacios</translation>
    </message>
    <message>
        <source>empty lines inside a cue are left out</source>
        <translation>se omiten las líneas vacías dentro de un subtítulo</translation>
    </message>
    <message>
        <source>spaces beside spaces and at the ends of lines may be left out</source>
        <translation>pueden omitirse los espacios repetidos y los del final de las líneas</translation>
    </message>
    <message>
        <source>cues without text are left out</source>
        <translation>se omiten los subtítulos sin texto</translation>
    </message>
    <message>
        <source>characters that the format cannot write are replaced</source>
        <translation>se reemplazan los caracteres que el formato no puede escribir</translation>
    </message>
    <message>
        <source>speakers stand as text before their words</source>
        <translation>los hablantes figuran como texto antes de sus palabras</translation>
    </message>
    <message>
        <source>translations are left out</source>
        <translation>se omiten las traducciones</translation>
    </message>
    <message>
        <source>the times of single words are left out</source>
        <translation>se omiten los tiempos de cada palabra</translation>
    </message>
    <message>
        <source>notes are left out</source>
        <translation>se omiten las notas</translation>
    </message>
    <message>
        <source>the language is left out</source>
        <translation>se omite el idioma</translation>
    </message>
    <message>
        <source>what another format says of cues or file (positions, styles, names of cues) is left out</source>
        <translation>se omite lo que otro formato dice de los subtítulos o del archivo (posiciones, estilos, nombres)</translation>
    </message>
    <message>
        <source>who checked a cue, the media, the profile and the list of speakers stay in the project</source>
        <translation>quién revisó un subtítulo, el medio, el perfil y la lista de hablantes quedan en el proyecto</translation>
    </message>
    <message>
        <source>cues follow each other too closely for this format and are left out</source>
        <translation>hay subtítulos demasiado seguidos para este formato y se omiten</translation>
    </message>
    <message>
        <source>the encoding became UTF-8, since the old one lacks a character</source>
        <translation>la codificación pasó a UTF-8, porque a la anterior le falta un carácter</translation>
    </message>
    <message>
        <source>Subtitle Edit&apos;s default</source>
        <translation>Valores de Subtitle Edit</translation>
    </message>
    <message>
        <source>Netflix, languages other than English</source>
        <translation>Netflix, idiomas distintos del inglés</translation>
    </message>
    <message>
        <source>Netflix, languages other than English, for children</source>
        <translation>Netflix, idiomas distintos del inglés, para niños</translation>
    </message>
    <message>
        <source>Netflix, English</source>
        <translation>Netflix, inglés</translation>
    </message>
    <message>
        <source>Netflix, English, for children</source>
        <translation>Netflix, inglés, para niños</translation>
    </message>
    <message>
        <source>Netflix, English, for the deaf and hard of hearing</source>
        <translation>Netflix, inglés, para personas sordas o con dificultades auditivas</translation>
    </message>
    <message>
        <source>Netflix, English, for deaf and hard of hearing children</source>
        <translation>Netflix, inglés, para niños sordos o con dificultades auditivas</translation>
    </message>
    <message>
        <source>Amazon Prime Video</source>
        <translation>Amazon Prime Video</translation>
    </message>
    <message>
        <source>BBC (derived: its own text was not read)</source>
        <translation>BBC (derivado: no se leyó su propio texto)</translation>
    </message>
    <message>
        <source>DCMP, education in the US, adults</source>
        <translation>DCMP, enseñanza en EE. UU., adultos</translation>
    </message>
    <message>
        <source>DCMP, education in the US, lower and middle level</source>
        <translation>DCMP, enseñanza en EE. UU., niveles inferior y medio</translation>
    </message>
    <message>
        <source>FCC, television in the US (47 CFR 79.1(j)(2)): no numbers, but words that nobody has checked</source>
        <translation>FCC, televisión en EE. UU. (47 CFR 79.1(j)(2)): sin números, pero con palabras que nadie ha revisado</translation>
    </message>
    <message>
        <source>Subtitle Composer&apos;s default</source>
        <translation>Valores de Subtitle Composer</translation>
    </message>
    <message>
        <source>Aegisub&apos;s default</source>
        <translation>Valores de Aegisub</translation>
    </message>
    <message>
        <source>TikTok and Shorts</source>
        <translation>TikTok y Shorts</translation>
    </message>
</context>
<context>
    <name>EngineProcess</name>
    <message>
        <source>The engine was stopped.</source>
        <translation>El motor se detuvo.</translation>
    </message>
    <message>
        <source>The engine answered something that can&apos;t be understood, and was stopped. Try again; if that does not help, install Sotto again.</source>
        <translation>El motor respondió algo que no se entiende y se detuvo. Vuelva a intentarlo; si no sirve, vuelva a instalar Sotto.</translation>
    </message>
    <message>
        <source>The engine could not be started: install Sotto again.</source>
        <translation>No se pudo iniciar el motor: vuelva a instalar Sotto.</translation>
    </message>
    <message>
        <source>The engine was ended by the system, maybe because memory ran out: close other programs, or try a smaller model.</source>
        <translation>El sistema cerró el motor, quizá porque se agotó la memoria: cierre otros programas o pruebe con un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly. Try again: what was done is kept.</source>
        <translation>El motor se detuvo inesperadamente. Vuelva a intentarlo: lo hecho se conserva.</translation>
    </message>
    <message>
        <source>The engine was stopped, since it did not answer.</source>
        <translation>El motor se detuvo porque no respondía.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write &amp;times</source>
        <translation>&amp;Escribir los tiempos</translation>
    </message>
    <message>
        <source>Write s&amp;peakers</source>
        <translation>Escribir los &amp;hablantes</translation>
    </message>
    <message>
        <source>What this format does not keep</source>
        <translation>Lo que este formato no conserva</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>No cue is translated.</source>
        <translation>Ningún subtítulo está traducido.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>T&amp;ranslation</source>
        <translation>&amp;Traducción</translation>
    </message>
    <message>
        <source>&amp;Both, the translation below the original</source>
        <translation>&amp;Ambos, la traducción debajo del original</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Codificación:</translation>
    </message>
    <message>
        <source>Frames per &amp;second:</source>
        <translation>Fotogramas &amp;por segundo:</translation>
    </message>
    <message>
        <source>What this format does &amp;not keep:</source>
        <translation>&amp;Lo que este formato no conserva:</translation>
    </message>
    <message>
        <source>{0} has an encoding of its own.</source>
        <translation>{0} tiene su propia codificación.</translation>
    </message>
    <message>
        <source>{0} always has {1}.</source>
        <translation>{0} tiene siempre {1}.</translation>
    </message>
    <message>
        <source>{0} writes times, not frames.</source>
        <translation>{0} escribe tiempos, no fotogramas.</translation>
    </message>
    <message>
        <source>This is no frame rate: choose one, or write one such as 25 or 30000/1001.</source>
        <translation>Esto no es una velocidad de fotogramas: elija una o escriba una como 25 o 30000/1001.</translation>
    </message>
    <message>
        <source>There is no cue to export.</source>
        <translation>No hay ningún subtítulo que exportar.</translation>
    </message>
    <message>
        <source>{0} (cues: {1})</source>
        <translation>{0} (subtítulos: {1})</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>No se pierde nada.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;Abrir...</translation>
    </message>
    <message>
        <source>Open &amp;film or sound...</source>
        <translation>Abrir &amp;vídeo o sonido...</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>A&amp;brir el ejemplo</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>Gua&amp;rdar como...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportar...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Film and sound ({0})</source>
        <translation>Vídeo y sonido ({0})</translation>
    </message>
    <message>
        <source>Open film or sound</source>
        <translation>Abrir vídeo o sonido</translation>
    </message>
    <message>
        <source>There is no film or sound in this folder.</source>
        <translation>No hay ningún vídeo ni sonido en esta carpeta.</translation>
    </message>
    <message>
        <source>A window holds one document: {0} was opened.</source>
        <translation>Una ventana contiene un solo documento: se abrió {0}.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>{0} was heard up to {1}: open it again to hear the rest.</source>
        <translation>{0} se oyó hasta {1}: ábralo de nuevo para oír el resto.</translation>
    </message>
    <message>
        <source>Mended in the file: {0}.</source>
        <translation>Reparado en el archivo: {0}.</translation>
    </message>
    <message>
        <source>Changes that were not saved and are here again: {0}.</source>
        <translation>Cambios sin guardar que se han recuperado: {0}.</translation>
    </message>
    <message>
        <source>It was heard up to {0}: “Go on where it broke off” hears the rest.</source>
        <translation>Se oyó hasta {0}: «Continuar donde se interrumpió» oye el resto.</translation>
    </message>
    <message>
        <source>The film was not found: open it from the File menu.</source>
        <translation>No se encontró el vídeo: ábralo desde el menú Archivo.</translation>
    </message>
    <message>
        <source>Subtitles, film and sound ({0})</source>
        <translation>Subtítulos, vídeo y sonido ({0})</translation>
    </message>
    <message>
        <source>Subtitles ({0})</source>
        <translation>Subtítulos ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replaced: {0}</source>
        <translation>Reemplazados: {0}</translation>
    </message>
    <message>
        <source>Find:</source>
        <translation>Buscar:</translation>
    </message>
    <message>
        <source>Replace:</source>
        <translation>Reemplazar por:</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close the bar</source>
        <translation>Cerrar la barra</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>Palabra completa</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Reemplazar todo</translation>
    </message>
    <message>
        <source>Choose where to search.</source>
        <translation>Elija dónde buscar.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation>Encontrados: {0}</translation>
    </message>
</context>
<context>
    <name>FirstModel</name>
    <message>
        <source>&amp;Use a file I have…</source>
        <translation>&amp;Usar un archivo que tengo…</translation>
    </message>
    <message>
        <source>All mo&amp;dels…</source>
        <translation>Todos &amp;los modelos…</translation>
    </message>
</context>
<context>
    <name>FirstModelActions</name>
    <message>
        <source>The model {0} will transcribe.</source>
        <translation>Transcribirá el modelo {0}.</translation>
    </message>
    <message>
        <source>To write down what people say, Sotto needs a Whisper model on this computer: what you open stays here.</source>
        <translation>Para escribir lo que dicen las personas, Sotto necesita un modelo Whisper en este equipo: lo que usted abra se queda aquí.</translation>
    </message>
    <message>
        <source>Until then you can try the sample: the model that comes with Sotto is a toy, useless for people&apos;s voices.</source>
        <translation>Mientras tanto puede probar el ejemplo: el modelo que viene con Sotto es de juguete y no sirve para voces de personas.</translation>
    </message>
    <message>
        <source>It is fetched from {0}, once; nothing is sent there.</source>
        <translation>Se descarga de {0}, una sola vez; no se envía nada allí.</translation>
    </message>
    <message>
        <source>&amp;Get {0}</source>
        <translation>&amp;Obtener {0}</translation>
    </message>
    <message>
        <source>Models ({0})</source>
        <translation>Modelos ({0})</translation>
    </message>
    <message>
        <source>Use a model I have</source>
        <translation>Usar un modelo que tengo</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Cue or &amp;time:</source>
        <translation>&amp;Subtítulo o tiempo:</translation>
    </message>
    <message>
        <source>Cues 1 to {0}, such as 12; times up to {1}, such as 0:01:30.</source>
        <translation>Subtítulos del 1 al {0}, como 12; tiempos hasta {1}, como 0:01:30.</translation>
    </message>
    <message>
        <source>There is no cue {0}: the last one is {1}.</source>
        <translation>No existe el subtítulo {0}: el último es el {1}.</translation>
    </message>
    <message>
        <source>Type the number of a cue, or a time.</source>
        <translation>Escriba el número de un subtítulo o un tiempo.</translation>
    </message>
    <message>
        <source>This is neither a number nor a time: write 12, or 0:01:30.</source>
        <translation>Esto no es ni un número ni un tiempo: escriba 12 o 0:01:30.</translation>
    </message>
    <message>
        <source>The end is at {0}.</source>
        <translation>El final está en {0}.</translation>
    </message>
</context>
<context>
    <name>HeardAgainDialog</name>
    <message>
        <source>Heard again</source>
        <translation>Oído de nuevo</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
    <message>
        <source>&amp;Only what differs</source>
        <translation>Solo lo &amp;distinto</translation>
    </message>
    <message>
        <source>All o&amp;ld</source>
        <translation>Todo lo &amp;anterior</translation>
    </message>
    <message>
        <source>All &amp;new</source>
        <translation>Todo lo &amp;nuevo</translation>
    </message>
    <message>
        <source>All new te&amp;xt, old times</source>
        <translation>Todo el te&amp;xto nuevo, tiempos anteriores</translation>
    </message>
    <message>
        <source>&amp;Play the row (F5)</source>
        <translation>&amp;Reproducir la fila (F5)</translation>
    </message>
    <message>
        <source>Old and new cues</source>
        <translation>Subtítulos anteriores y nuevos</translation>
    </message>
    <message>
        <source>Space chooses old, new, or new text in old times, F5 plays the row, Enter takes the choice.</source>
        <translation>Espacio elige lo anterior, lo nuevo o el texto nuevo en los tiempos anteriores, F5 reproduce la fila, Intro acepta la elección.</translation>
    </message>
    <message>
        <source>New text, old times</source>
        <translation>Texto nuevo, tiempos anteriores</translation>
    </message>
    <message>
        <source>its translation goes</source>
        <translation>se pierde su traducción</translation>
    </message>
    <message>
        <source>not a word differs</source>
        <translation>ninguna palabra difiere</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>cambiado entretanto</translation>
    </message>
    <message>
        <source>Take the new ({0} of {1})</source>
        <translation>Usar lo nuevo ({0} de {1})</translation>
    </message>
    <message>
        <source>Keep all old</source>
        <translation>Conservar todo lo anterior</translation>
    </message>
    <message>
        <source>Rows: {0}, with words that differ: {1}.</source>
        <translation>Filas: {0}, con palabras distintas: {1}.</translation>
    </message>
    <message>
        <source>Changed by you meanwhile, and kept as they are: {0}.</source>
        <translation>Cambiadas por usted entretanto y conservadas como están: {0}.</translation>
    </message>
</context>
<context>
    <name>HeardAgainModel</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>New text, old times</source>
        <translation>Texto nuevo, tiempos anteriores</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>not a word differs</source>
        <translation>ninguna palabra difiere</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificado</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>the cue goes</source>
        <translation>se elimina el subtítulo</translation>
    </message>
    <message>
        <source>its translation goes</source>
        <translation>se pierde su traducción</translation>
    </message>
    <message>
        <source>its styles go</source>
        <translation>se pierden sus estilos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Elección</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>cambiado entretanto</translation>
    </message>
    <message>
        <source>gone meanwhile</source>
        <translation>eliminado entretanto</translation>
    </message>
    <message>
        <source>another cue is there now</source>
        <translation>ahora hay otro subtítulo ahí</translation>
    </message>
    <message>
        <source>differs: {0}</source>
        <translation>difiere: {0}</translation>
    </message>
    <message>
        <source>(no cue)</source>
        <translation>(ningún subtítulo)</translation>
    </message>
    <message>
        <source>(nothing was heard)</source>
        <translation>(no se oyó nada)</translation>
    </message>
</context>
<context>
    <name>HowHeard</name>
    <message>
        <source>&amp;How they are heard...</source>
        <translation>&amp;Cómo se oyen...</translation>
    </message>
    <message>
        <source>&amp;Get or manage models…</source>
        <translation>O&amp;btener o gestionar modelos…</translation>
    </message>
    <message>
        <source>No model is chosen yet: say how they are heard.</source>
        <translation>Aún no se ha elegido ningún modelo: indique cómo se oyen.</translation>
    </message>
    <message>
        <source>There is no model here: get one first.</source>
        <translation>No hay ningún modelo: obtenga uno primero.</translation>
    </message>
    <message>
        <source>No model is chosen yet.</source>
        <translation>Aún no se ha elegido ningún modelo.</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>se detecta</translation>
    </message>
    <message>
        <source>translated into English</source>
        <translation>se traduce al inglés</translation>
    </message>
    <message>
        <source>written as it is said</source>
        <translation>se escribe como se dice</translation>
    </message>
    <message>
        <source>Model: {0}; language: {1}; {2}.</source>
        <translation>Modelo: {0}; idioma: {1}; {2}.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation>Progreso de {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} por segundo</translation>
    </message>
    <message>
        <source>{0} × real time</source>
        <translation>{0} × tiempo real</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>faltan {0}</translation>
    </message>
    <message>
        <source>Rewriting the film for the player</source>
        <translation>Convirtiendo el vídeo para el reproductor</translation>
    </message>
    <message>
        <source>Reading the sound</source>
        <translation>Leyendo el sonido</translation>
    </message>
    <message>
        <source>Looking for speech</source>
        <translation>Buscando voz</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Traduciendo</translation>
    </message>
    <message>
        <source>Another program is fetching it: waiting for that one</source>
        <translation>Otro programa lo está descargando: esperando a que termine</translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation>Comprobando lo que hay</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Reintentando</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copiando</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Quitando</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Nothing to do.</source>
        <translation>Nada que hacer.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Cues heard: {0}</source>
        <translation>Subtítulos oídos: {0}</translation>
    </message>
    <message>
        <source>No speech was found.</source>
        <translation>No se encontró voz.</translation>
    </message>
    <message>
        <source>Stopped. Cues heard: {0}</source>
        <translation>Detenido. Subtítulos oídos: {0}</translation>
    </message>
    <message>
        <source>Heard up to {0}; Resume goes on from there.</source>
        <translation>Oído hasta {0}; «Reanudar» continúa desde ahí.</translation>
    </message>
    <message>
        <source>Cues heard again: {0}</source>
        <translation>Subtítulos oídos de nuevo: {0}</translation>
    </message>
    <message>
        <source>Cues translated: {0}, without a translation: {1}</source>
        <translation>Subtítulos traducidos: {0}, sin traducción: {1}</translation>
    </message>
    <message>
        <source>Stopped. {0}</source>
        <translation>Detenido. {0}</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Keys of this action</source>
        <translation>Teclas de esta acción</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Tecla nueva: púlsela</translation>
    </message>
    <message>
        <source>Where the key holds</source>
        <translation>Dónde vale la tecla</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Predeterminado</translation>
    </message>
    <message>
        <source>{0} – {1}</source>
        <translation>{0} – {1}</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>en todas partes</translation>
    </message>
    <message>
        <source>where nobody types</source>
        <translation>donde no se escribe</translation>
    </message>
    <message>
        <source>in the list of cues</source>
        <translation>en la lista de subtítulos</translation>
    </message>
    <message>
        <source>on the waveform</source>
        <translation>en la forma de onda</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>&amp;Conflicts only</source>
        <translation>&amp;Solo conflictos</translation>
    </message>
    <message>
        <source>Take over from Subtitle &amp;Edit…</source>
        <translation>&amp;Importar de Subtitle Edit…</translation>
    </message>
    <message>
        <source>Keys taken over for {0} actions; {1} have no action here that they could stand for.</source>
        <translation>Teclas importadas para {0} acciones; {1} no tienen aquí una acción equivalente.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>&amp;Key set:</source>
        <translation>&amp;Juego de teclas:</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Buscar:</translation>
    </message>
    <message>
        <source>action or key</source>
        <translation>acción o tecla</translation>
    </message>
    <message>
        <source>Settings.xml or exported shortcuts of Subtitle Edit</source>
        <translation>Settings.xml o atajos exportados de Subtitle Edit</translation>
    </message>
    <message>
        <source>Subtitle Edit (*.xml *.json *.shortcuts);;All files (*)</source>
        <translation>Subtitle Edit (*.xml *.json *.shortcuts);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>{0} could not be typed any more: let it hold where nobody types.</source>
        <translation>{0} ya no se podría escribir: haga que valga donde no se escribe.</translation>
    </message>
    <message>
        <source>{0} leads to the menu bar, for those who use no mouse.</source>
        <translation>{0} lleva a la barra de menús, para quienes no usan ratón.</translation>
    </message>
    <message>
        <source>{0} is also: {1}.</source>
        <translation>{0} es también: {1}.</translation>
    </message>
</context>
<context>
    <name>LanguageNames</name>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>ruso</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonés</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turco</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polaco</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalán</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>neerlandés</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>sueco</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>indonesio</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>finés</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamita</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hebreo</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ucraniano</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>griego</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>malayo</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>checo</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>rumano</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>danés</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>húngaro</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>tamil</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>noruego</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>tailandés</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>urdu</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>croata</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>búlgaro</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>lituano</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>latín</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>maorí</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>malayalam</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>galés</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>eslovaco</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>telugu</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>persa</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>letón</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>bengalí</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>serbio</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>azerí</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>esloveno</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>canarés</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>estonio</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>macedonio</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>bretón</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>euskera</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>islandés</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>armenio</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>nepalí</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>mongol</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>bosnio</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>kazajo</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>albanés</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>suajili</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>gallego</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>maratí</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>panyabí</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>cingalés</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>jemer</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>shona</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>yoruba</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>somalí</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>afrikáans</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>occitano</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>georgiano</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>bielorruso</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>tayiko</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>sindhi</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>guyaratí</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>amárico</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>yidis</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>lao</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>uzbeko</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>feroés</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>criollo haitiano</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>pastún</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>turcomano</translation>
    </message>
    <message>
        <source>Nynorsk</source>
        <translation>nynorsk</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>maltés</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>sánscrito</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>luxemburgués</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>birmano</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>tibetano</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>tagalo</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>malgache</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>asamés</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>tártaro</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>hawaiano</translation>
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
        <translation>baskir</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>javanés</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>sundanés</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>cantonés</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>As the system has it</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>&amp;Language of the window:</source>
        <translation>&amp;Idioma de la ventana:</translation>
    </message>
    <message>
        <source>It changes when Sotto is started the next time.</source>
        <translation>Cambia la próxima vez que se inicie Sotto.</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>menos de un minuto</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>de {0} a {1}</translation>
    </message>
    <message>
        <source>This computer has {0} cores, and {1} of free memory.</source>
        <translation>Este equipo tiene {0} núcleos y {1} de memoria libre.</translation>
    </message>
    <message>
        <source>only to try Sotto</source>
        <translation>solo para probar Sotto</translation>
    </message>
    <message>
        <source>needs {0} of memory</source>
        <translation>necesita {0} de memoria</translation>
    </message>
    <message>
        <source>{0} languages</source>
        <translation>{0} idiomas</translation>
    </message>
    <message>
        <source>translates into English</source>
        <translation>traduce al inglés</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>no traduce</translation>
    </message>
    <message>
        <source>exact word times</source>
        <translation>tiempos de palabra exactos</translation>
    </message>
    <message>
        <source>rough word times</source>
        <translation>tiempos de palabra aproximados</translation>
    </message>
    <message>
        <source>trained further for {0}</source>
        <translation>entrenado además para {0}</translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation>licencia {0}</translation>
    </message>
    <message>
        <source>It learned from synthetic speech and is useless for people&apos;s voices: it is here to try Sotto.</source>
        <translation>Aprendió de voz sintética y no sirve para voces de personas: está aquí para probar Sotto.</translation>
    </message>
    <message>
        <source>What is asked for above it can&apos;t do: {0}.</source>
        <translation>No puede hacer lo que se pide arriba: {0}.</translation>
    </message>
    <message>
        <source>No model that can do this fits into the free memory: close other programs.</source>
        <translation>Ningún modelo que pueda hacerlo cabe en la memoria libre: cierre otros programas.</translation>
    </message>
    <message>
        <source>it is here</source>
        <translation>ya está aquí</translation>
    </message>
    <message>
        <source>Recommended: {0} ({1}).</source>
        <translation>Recomendado: {0} ({1}).</translation>
    </message>
    <message>
        <source>Recommended: {0} ({1}), about {2} for {3} of speech.</source>
        <translation>Recomendado: {0} ({1}), alrededor de {2} para {3} de voz.</translation>
    </message>
</context>
<context>
    <name>ListenActions</name>
    <message>
        <source>&amp;Transcribe...</source>
        <translation>&amp;Transcribir...</translation>
    </message>
    <message>
        <source>Let the engine write down what is said</source>
        <translation>Deje que el motor escriba lo que se dice</translation>
    </message>
    <message>
        <source>&amp;Pause the engine</source>
        <translation>&amp;Pausar el motor</translation>
    </message>
    <message>
        <source>&amp;Stop the engine</source>
        <translation>&amp;Detener el motor</translation>
    </message>
    <message>
        <source>Cues written down: {0}, some with times that can&apos;t be: look at what was mended.</source>
        <translation>Subtítulos escritos: {0}, algunos con tiempos imposibles: revise lo que se reparó.</translation>
    </message>
    <message>
        <source>Stopped. Cues written down: {0}.</source>
        <translation>Detenido. Subtítulos escritos: {0}.</translation>
    </message>
    <message>
        <source>Cues written down: {0}.</source>
        <translation>Subtítulos escritos: {0}.</translation>
    </message>
    <message>
        <source>No speech was found.</source>
        <translation>No se encontró voz.</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the &amp;system has them</source>
        <translation>Como &amp;los del sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claros</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuros</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>&amp;Own size of text:</source>
        <translation>&amp;Tamaño de texto propio:</translation>
    </message>
    <message>
        <source> points</source>
        <translation> puntos</translation>
    </message>
    <message>
        <source>Size of text in points</source>
        <translation>Tamaño del texto en puntos</translation>
    </message>
    <message>
        <source>Without it text is as big as the system says.</source>
        <translation>Sin él, el texto tiene el tamaño que indica el sistema.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>A mistake in the program: please report what the log says.</source>
        <translation>Un error del programa: comunique lo que dice el registro.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columnas</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Deshacer: {0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Rehacer: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>{0}[*] - Sotto</source>
        <translation>{0}[*] - Sotto</translation>
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
        <translation>Información del medio</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Lo que contiene el archivo</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contenedor</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>{0} are declared but not in the file: it is damaged or incomplete</source>
        <translation>{0} se declaran pero no están en el archivo: está dañado o incompleto</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Sound track {0}</source>
        <translation>Pista de sonido {0}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>none: there is nothing to transcribe</source>
        <translation>ninguno: no hay nada que transcribir</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>{0}, {1} frames per second</source>
        <translation>{0}, {1} fotogramas por segundo</translation>
    </message>
    <message>
        <source>channels: {0}</source>
        <translation>canales: {0}</translation>
    </message>
    <message>
        <source>{0} Hz</source>
        <translation>{0} Hz</translation>
    </message>
    <message>
        <source>begins at {0}</source>
        <translation>empieza en {0}</translation>
    </message>
    <message>
        <source>used</source>
        <translation>en uso</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>E&amp;ditar</translation>
    </message>
    <message>
        <source>&amp;Cue</source>
        <translation>&amp;Subtítulo</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Tiempos</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Reproducir</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>&amp;Escuchar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>See which models are here and which suit this computer; get, check and remove them</source>
        <translation>Ver qué modelos hay y cuáles convienen a este equipo; obtenerlos, comprobarlos y quitarlos</translation>
    </message>
    <message>
        <source>&amp;Models...</source>
        <translation>&amp;Modelos...</translation>
    </message>
    <message>
        <source>Remove the model {0} from this computer?</source>
        <translation>¿Quitar el modelo {0} de este equipo?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conservarlo</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Quitar un modelo</translation>
    </message>
    <message>
        <source>The model {0} is here.</source>
        <translation>El modelo {0} ya está aquí.</translation>
    </message>
    <message>
        <source>The model {0} is gone.</source>
        <translation>El modelo {0} ya no está.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}. Get it anew, or remove it.</source>
        <translation>{0} está dañado: {1}. Obténgalo de nuevo o quítelo.</translation>
    </message>
    <message>
        <source>{0} is as it came: {1} files were compared.</source>
        <translation>{0} está tal como llegó: archivos comparados, {1}.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be checked: nobody published what its files should be.</source>
        <translation>No se puede comprobar {0}: nadie ha publicado cómo deben ser sus archivos.</translation>
    </message>
    <message>
        <source>{0} could not be fetched.</source>
        <translation>No se pudo descargar {0}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>&amp;Import it anyway: I know who made it</source>
        <translation>&amp;Importarlo de todos modos: sé quién lo hizo</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Dejarlo</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>&amp;Other model…</source>
        <translation>&amp;Otro modelo…</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>Elegir {0}</translation>
    </message>
    <message>
        <source>There is no model in this folder: choose one that holds a config.json.</source>
        <translation>No hay ningún modelo en esta carpeta: elija una que contenga un config.json.</translation>
    </message>
    <message>
        <source>&amp;Get or manage models…</source>
        <translation>O&amp;btener o gestionar modelos…</translation>
    </message>
    <message>
        <source>&amp;Get a model…</source>
        <translation>O&amp;btener un modelo…</translation>
    </message>
    <message>
        <source>Can&apos;t be used: {0}</source>
        <translation>No se puede usar: {0}</translation>
    </message>
    <message>
        <source>Knows {0}</source>
        <translation>Conoce {0}</translation>
    </message>
    <message>
        <source>{0} languages</source>
        <translation>{0} idiomas</translation>
    </message>
    <message>
        <source>translates into English</source>
        <translation>traduce al inglés</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>no traduce</translation>
    </message>
    <message>
        <source>exact word times</source>
        <translation>tiempos de palabra exactos</translation>
    </message>
    <message>
        <source>rough word times</source>
        <translation>tiempos de palabra aproximados</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
    <message>
        <source>{0} (can&apos;t be used)</source>
        <translation>{0} (no se puede usar)</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>recomendado</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} – {1} M parameters, {2}</source>
        <translation>{0} – {1} M de parámetros, {2}</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>This film takes</source>
        <translation>Este vídeo tarda</translation>
    </message>
    <message>
        <source>An hour takes</source>
        <translation>Una hora tarda</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Translates</source>
        <translation>Traduce</translation>
    </message>
    <message>
        <source>{0} (recommended)</source>
        <translation>{0} (recomendado)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>descargándose</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>empezado</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>comes with Sotto</source>
        <translation>viene con Sotto</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>to be got</source>
        <translation>por obtener</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>does not translate</source>
        <translation>no traduce</translation>
    </message>
    <message>
        <source>detects no language</source>
        <translation>no detecta el idioma</translation>
    </message>
    <message>
        <source>only knows {0}</source>
        <translation>solo conoce {0}</translation>
    </message>
    <message>
        <source>does not know {0}</source>
        <translation>no conoce {0}</translation>
    </message>
    <message>
        <source>Here can: {0}.</source>
        <translation>Alternativas aquí: {0}.</translation>
    </message>
    <message>
        <source>To be had: {0}.</source>
        <translation>Alternativas por obtener: {0}.</translation>
    </message>
    <message>
        <source>{0} for an hour of film on this machine.</source>
        <translation>{0} para una hora de vídeo en este equipo.</translation>
    </message>
    <message>
        <source>{0} for this film ({1}) on this machine.</source>
        <translation>{0} para este vídeo ({1}) en este equipo.</translation>
    </message>
    <message>
        <source>{0} for this part ({1}) on this machine.</source>
        <translation>{0} para esta parte ({1}) en este equipo.</translation>
    </message>
    <message>
        <source>It learned from synthetic speech and is useless for people&apos;s voices: it is here to try Sotto.</source>
        <translation>Aprendió de voz sintética y no sirve para voces de personas: está aquí para probar Sotto.</translation>
    </message>
    <message>
        <source>For films of your own get another one.</source>
        <translation>Para sus propios vídeos obtenga otro.</translation>
    </message>
    <message>
        <source>{0} needs about {1} of memory, and {2} are free: it may become very slow, or fail. Close other programs, or choose a smaller model.</source>
        <translation>{0} necesita alrededor de {1} de memoria y hay {2} libres: puede ir muy lento o fallar. Cierre otros programas o elija un modelo más pequeño.</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>Usar {0}</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Obtener un modelo…</translation>
    </message>
    <message>
        <source>{0} does not translate.</source>
        <translation>{0} no traduce.</translation>
    </message>
    <message>
        <source>{0} only knows {1}, and detects no language.</source>
        <translation>{0} solo conoce {1} y no detecta el idioma.</translation>
    </message>
    <message>
        <source>{0} only knows {1}.</source>
        <translation>{0} solo conoce {1}.</translation>
    </message>
    <message>
        <source>{0} does not know {1}.</source>
        <translation>{0} no conoce {1}.</translation>
    </message>
    <message>
        <source>There is no model here: choose the folder of one with “Other model…”.</source>
        <translation>No hay ningún modelo: elija la carpeta de uno con «Otro modelo…».</translation>
    </message>
    <message>
        <source>There is no model here: get one, or choose the folder of one with “Other model…”.</source>
        <translation>No hay ningún modelo: obtenga uno o elija la carpeta de uno con «Otro modelo…».</translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes</source>
        <translation>
            <numerusform>Alrededor de %n minuto</numerusform>
            <numerusform>Alrededor de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>About {0} h {1} min</source>
        <translation>Alrededor de {0} h {1} min</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Write down what is said</source>
        <translation>Escribir lo que se dice</translation>
    </message>
    <message>
        <source>Translate it into English</source>
        <translation>Traducirlo al inglés</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Obtener</translation>
    </message>
    <message>
        <source>&amp;Check its files</source>
        <translation>&amp;Comprobar sus archivos</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Import a &amp;file…</source>
        <translation>Importar un &amp;archivo…</translation>
    </message>
    <message>
        <source>Import a f&amp;older…</source>
        <translation>Importar una car&amp;peta…</translation>
    </message>
    <message>
        <source>From a re&amp;pository…</source>
        <translation>De un &amp;repositorio…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Ca&amp;mbiar…</translation>
    </message>
    <message>
        <source>Where models are kept that come from now on</source>
        <translation>Dónde se guardan los modelos que lleguen a partir de ahora</translation>
    </message>
    <message>
        <source>New models are kept in {0}</source>
        <translation>Los modelos nuevos se guardan en {0}</translation>
    </message>
    <message>
        <source>&amp;Task:</source>
        <translation>&amp;Tarea:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>&amp;Get anew</source>
        <translation>&amp;Obtener de nuevo</translation>
    </message>
    <message>
        <source>Models ({0})</source>
        <translation>Modelos ({0})</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Import the folder of a model</source>
        <translation>Importar la carpeta de un modelo</translation>
    </message>
    <message>
        <source>A repository of a Whisper model for transformers, as OWNER/NAME:</source>
        <translation>Un repositorio de un modelo Whisper para transformers, como PROPIETARIO/NOMBRE:</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>Otro modelo</translation>
    </message>
    <message>
        <source>Where models are kept</source>
        <translation>Dónde se guardan los modelos</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>&amp;More: the reference&apos;s options</source>
        <translation>Más: opciones de la &amp;referencia</translation>
    </message>
    <message>
        <source>0 takes the likeliest word; the next ones are tried where a window fails.</source>
        <translation>0 toma la palabra más probable; los siguientes se prueban donde falla una ventana.</translation>
    </message>
    <message>
        <source>How many texts are followed at temperature 0: slower, sometimes better.</source>
        <translation>Cuántos textos se siguen a temperatura 0: más lento, a veces mejor.</translation>
    </message>
    <message>
        <source>How many texts are drawn above temperature 0.</source>
        <translation>Cuántos textos se sortean por encima de la temperatura 0.</translation>
    </message>
    <message>
        <source>How long beams are waited for; needs beam_size.</source>
        <translation>Cuánto se espera a los haces; necesita beam_size.</translation>
    </message>
    <message>
        <source>Favours longer texts the higher it is; None divides by the length.</source>
        <translation>Cuanto más alto, más favorece textos largos; None divide por la longitud.</translation>
    </message>
    <message>
        <source>Windows heard at once, none given the text before it; None: one by one.</source>
        <translation>Ventanas que se oyen a la vez, sin el texto anterior para ninguna; None: una tras otra.</translation>
    </message>
    <message>
        <source>Each window is given the text before it; False ends loops sooner.</source>
        <translation>Cada ventana recibe el texto anterior; False corta antes las repeticiones.</translation>
    </message>
    <message>
        <source>What was said before is put before every window, not the first alone.</source>
        <translation>Lo dicho antes se pone delante de cada ventana, no solo de la primera.</translation>
    </message>
    <message>
        <source>A window more repetitive than this failed.</source>
        <translation>Una ventana más repetitiva que esto ha fallado.</translation>
    </message>
    <message>
        <source>A window less certain than this failed.</source>
        <translation>Una ventana menos segura que esto ha fallado.</translation>
    </message>
    <message>
        <source>Where no speech is likelier than this and the text failed, it is silence.</source>
        <translation>Donde la ausencia de voz es más probable que esto y el texto falló, es silencio.</translation>
    </message>
    <message>
        <source>Skips longer silences, in seconds, around invented text.</source>
        <translation>Omite silencios más largos, en segundos, alrededor de texto inventado.</translation>
    </message>
    <message>
        <source>Tokens that are never written; -1 are the symbols that are no speech.</source>
        <translation>Símbolos que nunca se escriben; -1 son los que no son voz.</translation>
    </message>
    <message>
        <source>Above 1 words come back less easily.</source>
        <translation>Por encima de 1, las palabras se repiten con menos facilidad.</translation>
    </message>
    <message>
        <source>So many tokens in a row come once a window; 0 allows all.</source>
        <translation>Tantos símbolos seguidos aparecen una vez por ventana; 0 los permite todos.</translation>
    </message>
    <message>
        <source>Detects the language of every window anew.</source>
        <translation>Detecta de nuevo el idioma de cada ventana.</translation>
    </message>
</context>
<context>
    <name>OtherModelDialog</name>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar con él</translation>
    </message>
</context>
<context>
    <name>OwnActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>D&amp;eshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Re&amp;hacer</translation>
    </message>
    <message>
        <source>Select &amp;all cues</source>
        <translation>Seleccionar &amp;todos los subtítulos</translation>
    </message>
    <message>
        <source>&amp;Find...</source>
        <translation>&amp;Buscar...</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Buscar &amp;anterior</translation>
    </message>
    <message>
        <source>R&amp;eplace...</source>
        <translation>Ree&amp;mplazar...</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>Pr&amp;oblema siguiente</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problema anterior</translation>
    </message>
    <message>
        <source>&amp;Spectrogram</source>
        <translation>&amp;Espectrograma</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ace&amp;rcar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Alejar</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Mostrar todo</translation>
    </message>
    <message>
        <source>Show the s&amp;elected cues</source>
        <translation>Mostrar los &amp;subtítulos seleccionados</translation>
    </message>
    <message>
        <source>The waveform from the first of them to the last</source>
        <translation>La forma de onda desde el primero de ellos hasta el último</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pa&amp;ntalla completa</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>&amp;Disposición habitual</translation>
    </message>
    <message>
        <source>&amp;Commands...</source>
        <translation>&amp;Comandos...</translation>
    </message>
    <message>
        <source>Captions: the text</source>
        <translation>Subtítulos: el texto</translation>
    </message>
    <message>
        <source>Captions: the translation</source>
        <translation>Subtítulos: la traducción</translation>
    </message>
    <message>
        <source>Captions: both</source>
        <translation>Subtítulos: ambos</translation>
    </message>
    <message>
        <source>Safe area</source>
        <translation>Zona segura</translation>
    </message>
    <message>
        <source>A frame on the picture in which captions stand</source>
        <translation>Un marco en la imagen dentro del cual van los subtítulos</translation>
    </message>
    <message>
        <source>Picture on the full sc&amp;reen</source>
        <translation>&amp;Imagen a pantalla completa</translation>
    </message>
    <message>
        <source>Escape leads back, and so does a double click</source>
        <translation>Escape devuelve a la ventana, y un doble clic también</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Escriba lo que quiere hacer</translation>
    </message>
</context>
<context>
    <name>PlayActions</name>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Reproducir &amp;o pausar</translation>
    </message>
    <message>
        <source>Play while the key is &amp;held</source>
        <translation>Reproducir mie&amp;ntras se mantiene la tecla</translation>
    </message>
    <message>
        <source>It stands still when the key is let go</source>
        <translation>Se detiene al soltar la tecla</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Play this &amp;cue</source>
        <translation>&amp;Reproducir este subtítulo</translation>
    </message>
    <message>
        <source>&amp;Loop this cue</source>
        <translation>Repetir &amp;este subtítulo</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Adelante</translation>
    </message>
    <message>
        <source>A little back</source>
        <translation>Un poco atrás</translation>
    </message>
    <message>
        <source>A little forward</source>
        <translation>Un poco adelante</translation>
    </message>
    <message>
        <source>Far back</source>
        <translation>Muy atrás</translation>
    </message>
    <message>
        <source>Far forward</source>
        <translation>Muy adelante</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>To the start before</source>
        <translation>Al inicio anterior</translation>
    </message>
    <message>
        <source>To the next start</source>
        <translation>Al inicio siguiente</translation>
    </message>
    <message>
        <source>To this cue&apos;s &amp;start</source>
        <translation>Al &amp;inicio de este subtítulo</translation>
    </message>
    <message>
        <source>To this cue&apos;s &amp;end</source>
        <translation>Al &amp;final de este subtítulo</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>Más &amp;despacio</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>&amp;Más rápido</translation>
    </message>
    <message>
        <source>Usual speed</source>
        <translation>Velocidad normal</translation>
    </message>
    <message>
        <source>Lou&amp;der</source>
        <translation>&amp;Subir el volumen</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>&amp;Bajar el volumen</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>No sound device was found: the film plays silently.</source>
        <translation>No se encontró ningún dispositivo de sonido: el vídeo se reproduce sin sonido.</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>&amp;Waveform while it plays:</source>
        <translation>&amp;Forma de onda al reproducir:</translation>
    </message>
    <message>
        <source>Play a &amp;sound where a cue begins and where it ends</source>
        <translation>&amp;Reproducir un sonido donde empieza y donde termina un subtítulo</translation>
    </message>
    <message>
        <source>&amp;Back when it plays on:</source>
        <translation>Retroceso &amp;al continuar:</translation>
    </message>
    <message>
        <source>Short &amp;jump:</source>
        <translation>Salto &amp;corto:</translation>
    </message>
    <message>
        <source>L&amp;ong jump:</source>
        <translation>&amp;Salto largo:</translation>
    </message>
    <message>
        <source>&amp;Volume:</source>
        <translation>&amp;Volumen:</translation>
    </message>
    <message>
        <source>Volume of the soun&amp;ds:</source>
        <translation>Volumen &amp;de los sonidos:</translation>
    </message>
    <message>
        <source>Turns the page</source>
        <translation>Pasa de página</translation>
    </message>
    <message>
        <source>Keeps the playhead in the middle</source>
        <translation>Mantiene el cabezal en el centro</translation>
    </message>
    <message>
        <source>Stays where it is</source>
        <translation>Se queda donde está</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Páginas de las preferencias</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Fix</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Fixes: each cue now and fixed</source>
        <translation>Correcciones: cada subtítulo ahora y corregido</translation>
    </message>
    <message>
        <source>Cues that would change: {0}. No word changes.</source>
        <translation>Subtítulos que cambiarían: {0}. No cambia ninguna palabra.</translation>
    </message>
    <message>
        <source>No safe fix is known for any of them: mend them by hand.</source>
        <translation>No se conoce una corrección segura para ninguno: corríjalos a mano.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>&amp;Remember which files were open</source>
        <translation>&amp;Recordar qué archivos se abrieron</translation>
    </message>
    <message>
        <source>Without it the list of recent files is emptied at once and stays empty.</source>
        <translation>Sin esto, la lista de archivos recientes se vacía al instante y queda vacía.</translation>
    </message>
    <message>
        <source>Sotto opens no network connection, and no log holds a word of what was said.</source>
        <translation>Sotto no abre ninguna conexión de red y ningún registro contiene una palabra de lo dicho.</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Cue</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <source>Problem: {0}</source>
        <translation>Problema: {0}</translation>
    </message>
    <message>
        <source>Advice: {0}</source>
        <translation>Consejo: {0}</translation>
    </message>
    <message>
        <source>{0} {1}, at least {2}</source>
        <translation>{0} {1}, mín. {2}</translation>
    </message>
    <message>
        <source>{0} {1}, at most {2}</source>
        <translation>{0} {1}, máx. {2}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Previous problem</source>
        <translation>Problema anterior</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Problema siguiente</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Fix all…</source>
        <translation>Corregir todo…</translation>
    </message>
    <message>
        <source>Advice, too</source>
        <translation>También consejos</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Checking: {0} %</source>
        <translation>Comprobando: {0} %</translation>
    </message>
    <message>
        <source>Problems: {0}</source>
        <translation>Problemas: {0}</translation>
    </message>
    <message>
        <source>advice: {0}</source>
        <translation>consejos: {0}</translation>
    </message>
    <message>
        <source>Nothing to find fault with.</source>
        <translation>No hay nada que objetar.</translation>
    </message>
    <message>
        <source>No safe fix is known: mend it by hand.</source>
        <translation>No se conoce una corrección segura: corríjalo a mano.</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>&amp;Rules for new documents:</source>
        <translation>&amp;Reglas para documentos nuevos:</translation>
    </message>
    <message>
        <source>What these rules find fault with</source>
        <translation>Lo que señalan estas reglas</translation>
    </message>
    <message>
        <source>limit {0} {1}</source>
        <translation>límite {0} {1}</translation>
    </message>
    <message>
        <source>advised {0} {1}</source>
        <translation>recomendado {0} {1}</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Seleccionar todo</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Aumentar</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Disminuir</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Float</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Buscar en:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nombre de archivo:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Tipo de archivo:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Carpeta:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Elegir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Carpeta superior</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Crear carpeta</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Vista de lista</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Vista detallada</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 ya existe.
¿Quiere reemplazarlo?</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Fecha de modificación</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Equipo</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cortar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Sí</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;No</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cortar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>QuestionActions</name>
    <message>
        <source>S&amp;hift times...</source>
        <translation>&amp;Desplazar tiempos...</translation>
    </message>
    <message>
        <source>S&amp;tretch times...</source>
        <translation>Estirar &amp;tiempos...</translation>
    </message>
    <message>
        <source>&amp;Go to...</source>
        <translation>&amp;Ir a...</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Preferencias...</translation>
    </message>
    <message>
        <source>&amp;Media information...</source>
        <translation>&amp;Información del medio...</translation>
    </message>
    <message>
        <source>&amp;About Sotto</source>
        <translation>&amp;Acerca de Sotto</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>Let the engine hear films one after another, each into a document of its own</source>
        <translation>Deje que el motor oiga vídeos uno tras otro, cada uno en su propio documento</translation>
    </message>
    <message>
        <source>Transcribe several &amp;films...</source>
        <translation>Transcribir &amp;varios vídeos...</translation>
    </message>
    <message>
        <source>Film and sound ({0})</source>
        <translation>Vídeo y sonido ({0})</translation>
    </message>
    <message>
        <source>Transcribe several films</source>
        <translation>Transcribir varios vídeos</translation>
    </message>
    <message>
        <source>Films: {0}</source>
        <translation>Vídeos: {0}</translation>
    </message>
    <message>
        <source>Films that were left out, since their files are there: {0}.</source>
        <translation>Vídeos omitidos porque sus archivos ya existen: {0}.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Films that an earlier run of Sotto was to transcribe and has not finished: {0}.</source>
        <translation>Vídeos que Sotto iba a transcribir en una sesión anterior y no terminó: {0}.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>Decide at the &amp;next start</source>
        <translation>Decidir &amp;en el próximo inicio</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Olvidarlos</translation>
    </message>
    <message>
        <source>Stopped. Cues heard: {0}</source>
        <translation>Detenido. Subtítulos oídos: {0}</translation>
    </message>
    <message>
        <source>Cues heard: {0}</source>
        <translation>Subtítulos oídos: {0}</translation>
    </message>
    <message>
        <source>No speech was found.</source>
        <translation>No se encontró voz.</translation>
    </message>
    <message>
        <source>{0} could not be transcribed. {1}</source>
        <translation>No se pudo transcribir {0}. {1}</translation>
    </message>
    <message>
        <source>{0} is transcribed. Cues: {1}</source>
        <translation>{0} está transcrito. Subtítulos: {1}</translation>
    </message>
</context>
<context>
    <name>RecoverActions</name>
    <message>
        <source>Recovered edits</source>
        <translation>Cambios recuperados</translation>
    </message>
</context>
<context>
    <name>RecoveredDialog</name>
    <message>
        <source>Recovered edits</source>
        <translation>Cambios recuperados</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
    <message>
        <source>Sotto ended before these edits were saved. They are all still here.</source>
        <translation>Sotto se cerró antes de guardar estos cambios. Todos siguen aquí.</translation>
    </message>
    <message>
        <source>Documents with recovered edits</source>
        <translation>Documentos con cambios recuperados</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Qué se hace con él</translation>
    </message>
    <message>
        <source>&amp;Keep: open it with these edits; its file stays as it is until you save</source>
        <translation>&amp;Conservar: abrirlo con estos cambios; su archivo queda igual hasta que guarde</translation>
    </message>
    <message>
        <source>&amp;Discard these edits for good</source>
        <translation>&amp;Descartar estos cambios para siempre</translation>
    </message>
    <message>
        <source>Decide at the &amp;next start</source>
        <translation>Decidir &amp;en el próximo inicio</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Recuperado</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>{0} – unsaved edits: {1}, the last on {2}</source>
        <translation>{0} – cambios sin guardar: {1}, el último el {2}</translation>
    </message>
    <message>
        <source>It was never saved. Cues: {0}</source>
        <translation>Nunca se guardó. Subtítulos: {0}</translation>
    </message>
    <message>
        <source>Cues that differ from its file: {0}</source>
        <translation>Subtítulos distintos de su archivo: {0}</translation>
    </message>
</context>
<context>
    <name>ResumeActions</name>
    <message>
        <source>&amp;Go on where it broke off</source>
        <translation>C&amp;ontinuar donde se interrumpió</translation>
    </message>
    <message>
        <source>&amp;Choose the film...</source>
        <translation>&amp;Elegir el vídeo...</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Ahora no</translation>
    </message>
    <message>
        <source>&amp;Go on with it all the same</source>
        <translation>&amp;Continuar con él de todos modos</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>{0}, which was being transcribed, is not there: connect its disk, or choose where it is.</source>
        <translation>{0}, que se estaba transcribiendo, no está: conecte su disco o elija dónde está.</translation>
    </message>
    <message>
        <source>{0} is another film than the one that was heard up to {1}, or was changed since: times may not fit. Choose the film that was heard.</source>
        <translation>{0} no es el vídeo que se oyó hasta {1}, o ha cambiado desde entonces: puede que los tiempos no encajen. Elija el vídeo que se oyó.</translation>
    </message>
    <message>
        <source>The model {0} is not there any more: choose another one to go on with.</source>
        <translation>El modelo {0} ya no está: elija otro con el que continuar.</translation>
    </message>
    <message>
        <source>The transcription stopped at {0}. {1}</source>
        <translation>La transcripción se detuvo en {0}. {1}</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Keep what is there</source>
        <translation>&amp;Conservar lo que hay</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>&amp;Descartarlo</translation>
    </message>
</context>
<context>
    <name>SaveActions</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Exportado a {0}</translation>
    </message>
    <message>
        <source>Save?</source>
        <translation>¿Guardar?</translation>
    </message>
    <message>
        <source>{0} has changes that are not saved.</source>
        <translation>{0} tiene cambios sin guardar.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>G&amp;uardar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>Modificado por otro programa</translation>
    </message>
    <message>
        <source>{0} was changed or removed by another program.</source>
        <translation>Otro programa modificó o eliminó {0}.</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Recargar</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>Guar&amp;dar como...</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>Conservar &amp;la mía</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened. Saving replaces that.</source>
        <translation>Otro programa modificó {0} después de abrirlo. Al guardar se reemplaza.</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Sobrescribir</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Saved, but this format can&apos;t hold: {0}</source>
        <translation>Guardado, pero este formato no lo conserva todo: {0}</translation>
    </message>
    <message>
        <source>The new document</source>
        <translation>El documento nuevo</translation>
    </message>
    <message>
        <source>subtitles</source>
        <translation>subtítulos</translation>
    </message>
    <message>
        <source>Sotto&apos;s project (*{0})</source>
        <translation>Proyecto de Sotto (*{0})</translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>Transcribe several films</source>
        <translation>Transcribir varios vídeos</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transcribir</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>Where each is saved, as a project of its own</source>
        <translation>Dónde se guarda cada uno, como proyecto propio</translation>
    </message>
    <message>
        <source>&amp;Beside its film</source>
        <translation>&amp;Junto a su vídeo</translation>
    </message>
    <message>
        <source>All in &amp;one folder:</source>
        <translation>Todos en &amp;una carpeta:</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Elegir...</translation>
    </message>
    <message>
        <source>Write an &amp;SRT file, too</source>
        <translation>Escribir también un archivo &amp;SRT</translation>
    </message>
    <message>
        <source>Some files are there already</source>
        <translation>Algunos archivos ya existen</translation>
    </message>
    <message>
        <source>&amp;Keep them, and number the new ones: “talk 2”</source>
        <translation>Co&amp;nservarlos y numerar los nuevos: «charla 2»</translation>
    </message>
    <message>
        <source>&amp;Leave these films out</source>
        <translation>&amp;Omitir estos vídeos</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Reemplazarlos</translation>
    </message>
    <message>
        <source>Films: {0}. They are heard one after another while you work.</source>
        <translation>Vídeos: {0}. Se oyen uno tras otro mientras usted trabaja.</translation>
    </message>
    <message>
        <source>Folder for the projects</source>
        <translation>Carpeta para los proyectos</translation>
    </message>
    <message>
        <source>{0} and more: {1}</source>
        <translation>{0} y más: {1}</translation>
    </message>
    <message>
        <source>This folder does not exist: choose another.</source>
        <translation>Esta carpeta no existe: elija otra.</translation>
    </message>
</context>
<context>
    <name>ShiftDialog</name>
    <message>
        <source>Shift times</source>
        <translation>Desplazar tiempos</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Más t&amp;arde</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Más temprano</translation>
    </message>
    <message>
        <source>No cue is selected.</source>
        <translation>No hay ningún subtítulo seleccionado.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>A&amp;mount:</source>
        <translation>&amp;Cantidad:</translation>
    </message>
    <message numerus="yes">
        <source>The current one and all that &amp;follow (%n)</source>
        <translation>
            <numerusform>&amp;El actual y todos los siguientes (%n)</numerusform>
            <numerusform>&amp;El actual y todos los siguientes (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Subtítulos</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All (%n)</source>
        <translation>
            <numerusform>&amp;Todos (%n)</numerusform>
            <numerusform>&amp;Todos (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Selected (%n)</source>
        <translation>
            <numerusform>&amp;Seleccionados (%n)</numerusform>
            <numerusform>&amp;Seleccionados (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them: {0} becomes {1}</source>
        <translation>El primero de ellos: {0} pasa a {1}</translation>
    </message>
    <message>
        <source>There is no cue.</source>
        <translation>No hay ningún subtítulo.</translation>
    </message>
    <message>
        <source>Type by how much.</source>
        <translation>Escriba cuánto.</translation>
    </message>
    <message>
        <source>The first of them would begin {0} before the film: choose at most {1}.</source>
        <translation>El primero de ellos empezaría {0} antes del vídeo: elija como máximo {1}.</translation>
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
        <translation>Suelte aquí un vídeo, un sonido o unos subtítulos</translation>
    </message>
    <message>
        <source>Mo&amp;dels...</source>
        <translation>&amp;Modelos...</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Archivos recientes</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>A&amp;brir...</translation>
    </message>
    <message>
        <source>&amp;New subtitles</source>
        <translation>Subtítulos &amp;nuevos</translation>
    </message>
    <message>
        <source>Try the sa&amp;mple</source>
        <translation>&amp;Probar el ejemplo</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Transcription</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>sin modelo</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Guardado {0}</translation>
    </message>
    <message>
        <source>⚠ Not saved since {0}: {1}</source>
        <translation>⚠ Sin guardar desde {0}: {1}</translation>
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
        <translation>faltan {0} s</translation>
    </message>
    <message>
        <source>Transcribing {0}</source>
        <translation>Transcribiendo {0}</translation>
    </message>
    <message>
        <source>Translating {0}</source>
        <translation>Traduciendo {0}</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Traduciendo</translation>
    </message>
    <message>
        <source>Translation rests</source>
        <translation>Traducción en pausa</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Transcribiendo</translation>
    </message>
    <message>
        <source>Transcription rests</source>
        <translation>Transcripción en pausa</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Deteniendo...</translation>
    </message>
    <message>
        <source>The engine does not answer: wait, or stop it ({0})</source>
        <translation>El motor no responde: espere o deténgalo ({0})</translation>
    </message>
    <message>
        <source>The engine does not answer: wait, or stop it</source>
        <translation>El motor no responde: espere o deténgalo</translation>
    </message>
</context>
<context>
    <name>StretchDialog</name>
    <message>
        <source>Stretch times</source>
        <translation>Estirar tiempos</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Estirar</translation>
    </message>
    <message>
        <source>First point</source>
        <translation>Primer punto</translation>
    </message>
    <message>
        <source>Second point</source>
        <translation>Segundo punto</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Hechos para</translation>
    </message>
    <message>
        <source>Film has</source>
        <translation>El vídeo tiene</translation>
    </message>
    <message>
        <source>By &amp;two points</source>
        <translation>Por &amp;dos puntos</translation>
    </message>
    <message>
        <source>By &amp;frame rate</source>
        <translation>&amp;Por velocidad de fotogramas</translation>
    </message>
    <message>
        <source>Say of two cues when they should begin; all others move in proportion.</source>
        <translation>Indique cuándo deben empezar dos subtítulos; los demás se mueven en proporción.</translation>
    </message>
    <message>
        <source>For times that fit at the beginning and drift away: they were made for a film at another speed.</source>
        <translation>Para tiempos que encajan al principio y luego se desvían: se hicieron para un vídeo a otra velocidad.</translation>
    </message>
    <message>
        <source>Times were &amp;made for:</source>
        <translation>&amp;Tiempos hechos para:</translation>
    </message>
    <message>
        <source>The film &amp;has:</source>
        <translation>&amp;El vídeo tiene:</translation>
    </message>
    <message>
        <source>This is no frame rate: choose one, or write one such as 25 or 30000/1001.</source>
        <translation>Esto no es una velocidad de fotogramas: elija una o escriba una como 25 o 30000/1001.</translation>
    </message>
    <message>
        <source>Both rates are the same: nothing would change.</source>
        <translation>Ambas velocidades son iguales: no cambiaría nada.</translation>
    </message>
    <message>
        <source>The last cue: {0} becomes {1}</source>
        <translation>El último subtítulo: {0} pasa a {1}</translation>
    </message>
</context>
<context>
    <name>TimeActions</name>
    <message>
        <source>Set &amp;start</source>
        <translation>Fijar &amp;inicio</translation>
    </message>
    <message>
        <source>Start at the playhead</source>
        <translation>Inicio en el cabezal</translation>
    </message>
    <message>
        <source>Set &amp;end</source>
        <translation>&amp;Fijar final</translation>
    </message>
    <message>
        <source>End at the playhead</source>
        <translation>Final en el cabezal</translation>
    </message>
    <message>
        <source>Set end and go to the &amp;next</source>
        <translation>Fijar final e ir al &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Move to the playhead</source>
        <translation>&amp;Mover al cabezal</translation>
    </message>
    <message>
        <source>Shift &amp;later</source>
        <translation>&amp;Retrasar</translation>
    </message>
    <message>
        <source>Shift e&amp;arlier</source>
        <translation>&amp;Adelantar</translation>
    </message>
    <message>
        <source>E&amp;xtend to the next</source>
        <translation>Extender &amp;hasta el siguiente</translation>
    </message>
    <message>
        <source>Extend to the &amp;previous</source>
        <translation>&amp;Extender hasta el anterior</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Type a time, such as 0:01:02,500</source>
        <translation>Escriba un tiempo, como 0:01:02,500</translation>
    </message>
    <message>
        <source>This is no time: write hours:minutes:seconds,milliseconds, such as 0:01:02,500</source>
        <translation>Esto no es un tiempo: escriba horas:minutos:segundos,milisegundos, como 0:01:02,500</translation>
    </message>
    <message>
        <source>Minutes go up to 59 where hours stand before them</source>
        <translation>Los minutos llegan a 59 cuando van precedidos de horas</translation>
    </message>
    <message>
        <source>Seconds go up to 59 where minutes stand before them</source>
        <translation>Los segundos llegan a 59 cuando van precedidos de minutos</translation>
    </message>
    <message>
        <source>This is later than 99:59:59,999</source>
        <translation>Esto es posterior a 99:59:59,999</translation>
    </message>
    <message>
        <source>The time must be from {0} to {1}</source>
        <translation>El tiempo debe estar entre {0} y {1}</translation>
    </message>
</context>
<context>
    <name>TranscribeDialog</name>
    <message>
        <source>Transcribe</source>
        <translation>Transcribir</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transcribir de nuevo</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>&amp;Write down what is said</source>
        <translation>&amp;Escribir lo que se dice</translation>
    </message>
    <message>
        <source>T&amp;ranslate it into English</source>
        <translation>&amp;Traducirlo al inglés</translation>
    </message>
    <message>
        <source>One speaker a &amp;channel: hear each by itself</source>
        <translation>&amp;Un hablante por canal: oír cada uno por separado</translation>
    </message>
    <message>
        <source>Åse Nilsen, Trollheimen, Finansdepartementet</source>
        <translation>Íñigo Núñez, Sierra Nevada, Ministerio de Hacienda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <source>The &amp;selection: {0} to {1}</source>
        <translation>&amp;La selección: de {0} a {1}</translation>
    </message>
    <message>
        <source>Nothing is selected on the waveform, and no cue.</source>
        <translation>No hay nada seleccionado en la forma de onda ni ningún subtítulo.</translation>
    </message>
    <message>
        <source>The playhead is at the start.</source>
        <translation>El cabezal está al principio.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>The whole &amp;file</source>
        <translation>Todo el &amp;archivo</translation>
    </message>
    <message>
        <source>The &amp;selection</source>
        <translation>La &amp;selección</translation>
    </message>
    <message>
        <source>From the &amp;playhead on: {0}</source>
        <translation>Desde el &amp;cabezal: {0}</translation>
    </message>
    <message>
        <source>How many channels the sound has is not known yet.</source>
        <translation>Aún no se sabe cuántos canales tiene el sonido.</translation>
    </message>
    <message>
        <source>The sound has one channel only.</source>
        <translation>El sonido tiene un solo canal.</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Archivo:</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Qué:</translation>
    </message>
    <message>
        <source>Mo&amp;del:</source>
        <translation>&amp;Modelo:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>&amp;Names and terms:</source>
        <translation>&amp;Nombres y términos:</translation>
    </message>
    <message>
        <source>Said &amp;before:</source>
        <translation>&amp;Dicho antes:</translation>
    </message>
    <message>
        <source>Put before every window, so that they are spelled right.</source>
        <translation>Se ponen delante de cada ventana para que se escriban bien.</translation>
    </message>
    <message>
        <source>The sentence before the start, as a hint of style and spelling.</source>
        <translation>La frase anterior al inicio, como pista de estilo y ortografía.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>de {0} a {1}</translation>
    </message>
    <message>
        <source>{0} and later; stretches: {1}, together {2} s</source>
        <translation>{0} y después; tramos: {1}, en total {2} s</translation>
    </message>
    <message>
        <source>English is English already.</source>
        <translation>El inglés ya es inglés.</translation>
    </message>
</context>
<context>
    <name>TranslateActions</name>
    <message>
        <source>Trans&amp;late into English...</source>
        <translation>Traducir al &amp;inglés...</translation>
    </message>
    <message>
        <source>Let the engine put what is said beside the cues in English</source>
        <translation>Deje que el motor ponga en inglés, junto a los subtítulos, lo que se dice</translation>
    </message>
    <message>
        <source>The model wrote down what is said and translated nothing: undo, and choose another model.</source>
        <translation>El modelo escribió lo que se dice y no tradujo nada: deshágalo y elija otro modelo.</translation>
    </message>
    <message>
        <source>Cues translated: {0}. Without a translation: {1}.</source>
        <translation>Subtítulos traducidos: {0}. Sin traducción: {1}.</translation>
    </message>
    <message>
        <source>Cues translated: {0}.</source>
        <translation>Subtítulos traducidos: {0}.</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>The translation stopped. Cues that are left: {0}. {1}</source>
        <translation>La traducción se detuvo. Subtítulos que faltan: {0}. {1}</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Keep what is there</source>
        <translation>&amp;Conservar lo que hay</translation>
    </message>
</context>
<context>
    <name>TranslateDialog</name>
    <message>
        <source>Translate into English</source>
        <translation>Traducir al inglés</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traducir</translation>
    </message>
    <message>
        <source>Only cues &amp;without a translation</source>
        <translation>Solo los subtítulos sin tra&amp;ducción</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Archivo:</translation>
    </message>
    <message>
        <source>Mo&amp;del:</source>
        <translation>&amp;Modelo:</translation>
    </message>
    <message>
        <source>&amp;Spoken language:</source>
        <translation>Idioma &amp;hablado:</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>&amp;All cues: {0}</source>
        <translation>&amp;Todos los subtítulos: {0}</translation>
    </message>
    <message>
        <source>Selected &amp;cues only: {0}</source>
        <translation>Solo los &amp;seleccionados: {0}</translation>
    </message>
    <message>
        <source>No cue with text is selected.</source>
        <translation>No hay ningún subtítulo con texto seleccionado.</translation>
    </message>
    <message>
        <source>None of these cues has a translation yet.</source>
        <translation>Ninguno de estos subtítulos tiene traducción aún.</translation>
    </message>
    <message>
        <source>Cues to be translated: {0}.</source>
        <translation>Subtítulos por traducir: {0}.</translation>
    </message>
    <message>
        <source>Translations by hand, which stay as they are: {0}.</source>
        <translation>Traducciones hechas a mano, que quedan como están: {0}.</translation>
    </message>
    <message>
        <source>Translations of a model, which are replaced: {0}.</source>
        <translation>Traducciones de un modelo, que se reemplazan: {0}.</translation>
    </message>
    <message>
        <source>English is English already: choose another language if another one is spoken.</source>
        <translation>El inglés ya es inglés: elija otro idioma si se habla otro.</translation>
    </message>
    <message>
        <source>Each of these cues has a translation: choose others, or have those of a model replaced.</source>
        <translation>Todos estos subtítulos tienen traducción: elija otros o haga que se reemplacen las de un modelo.</translation>
    </message>
    <message>
        <source>Each of these cues has a translation that was made by hand, and stays as it is.</source>
        <translation>Todos estos subtítulos tienen una traducción hecha a mano, que queda como está.</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>The translation was undone, and what is still heard has no place: start it again</source>
        <translation>La traducción se deshizo y lo que aún se oye no tiene sitio: iníciela de nuevo</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Frame back</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>Jump back</source>
        <translation>Saltar atrás</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Jump forward</source>
        <translation>Saltar adelante</translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>Loop this cue</source>
        <translation>Repetir este subtítulo</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Position in the film</source>
        <translation>Posición en el vídeo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
</context>
<context>
    <name>VideoPanel</name>
    <message>
        <source>No film is open</source>
        <translation>No hay ningún vídeo abierto</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>WaveformPanel</name>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Espectrograma</translation>
    </message>
    <message>
        <source>Time in view</source>
        <translation>Tiempo a la vista</translation>
    </message>
    <message>
        <source>The waveform of a film or sound appears here</source>
        <translation>Aquí aparece la forma de onda de un vídeo o sonido</translation>
    </message>
    <message>
        <source>Reading the sound...</source>
        <translation>Leyendo el sonido...</translation>
    </message>
    <message>
        <source>There is no sound to show</source>
        <translation>No hay sonido que mostrar</translation>
    </message>
    <message>
        <source>Reading the sound: {0} %</source>
        <translation>Leyendo el sonido: {0} %</translation>
    </message>
    <message>
        <source>Make a cue of the marked time</source>
        <translation>Crear un subtítulo con el tiempo marcado</translation>
    </message>
    <message>
        <source>Play the marked time</source>
        <translation>Reproducir el tiempo marcado</translation>
    </message>
    <message>
        <source>Insert a cue here</source>
        <translation>Insertar un subtítulo aquí</translation>
    </message>
    <message>
        <source>Split the cue here</source>
        <translation>Dividir el subtítulo aquí</translation>
    </message>
    <message>
        <source>Start the current cue here</source>
        <translation>Empezar aquí el subtítulo actual</translation>
    </message>
    <message>
        <source>End the current cue here</source>
        <translation>Terminar aquí el subtítulo actual</translation>
    </message>
    <message>
        <source>Translation on the cues</source>
        <translation>Traducción en los subtítulos</translation>
    </message>
    <message>
        <source>Keep the playhead in the middle</source>
        <translation>Mantener el cabezal en el centro</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>WaveformPicture</name>
    <message>
        <source>Waveform</source>
        <translation>Forma de onda</translation>
    </message>
    <message>
        <source>Cues: {0}, {1}</source>
        <translation>Subtítulos: {0}, {1}</translation>
    </message>
    <message>
        <source>Cue {0} of {1}, {2}</source>
        <translation>Subtítulo {0} de {1}, {2}</translation>
    </message>
    <message>
        <source>{0} – Enter makes a cue</source>
        <translation>{0} – Intro crea un subtítulo</translation>
    </message>
    <message>
        <source>Playhead at {0}.</source>
        <translation>Cabezal en {0}.</translation>
    </message>
    <message>
        <source>In view from {0} to {1}.</source>
        <translation>A la vista de {0} a {1}.</translation>
    </message>
    <message>
        <source>Cue {0} of {1} is selected, from {2} to {3}.</source>
        <translation>El subtítulo {0} de {1} está seleccionado, de {2} a {3}.</translation>
    </message>
    <message>
        <source>Marked from {0} to {1}, Enter makes a cue.</source>
        <translation>Marcado de {0} a {1}, Intro crea un subtítulo.</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message>
        <source>Characters per line and per second, and how many the profile allows</source>
        <translation>Caracteres por línea y por segundo, y cuántos permite el perfil</translation>
    </message>
    <message>
        <source>Per line: {count}</source>
        <translation>Por línea: {count}</translation>
    </message>
    <message>
        <source>Per second: {speed}</source>
        <translation>Por segundo: {speed}</translation>
    </message>
</context>
<context>
    <name>_Point</name>
    <message>
        <source>{0}: number of the cue</source>
        <translation>{0}: número del subtítulo</translation>
    </message>
    <message>
        <source>{0}: should begin at</source>
        <translation>{0}: debe empezar en</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Should begin at</source>
        <translation>Debe empezar en</translation>
    </message>
    <message>
        <source>begins at {0}</source>
        <translation>empieza en {0}</translation>
    </message>
</context>
</TS>
