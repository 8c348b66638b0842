/** Wie `words/en/archives/archive-readme.ts`: dieselben Befehle. */
export const archiveReadme = `DIESER ORDNER IST EIN MUSIKARCHIV

Angelegt hat ihn Songkeep, ein Programm, das Playlists aufbewahrt. Für alles, was
hier steht, wird Songkeep nicht gebraucht: Die Musik liegt in gewöhnlichen
Dateien, die jeder Player öffnet, und was über sie bekannt ist, liegt als
einfacher Text daneben. Die Befehle werden in einem Terminal eingegeben, in
diesem Ordner. Sie brauchen nur Programme, die jedes Debian oder Ubuntu hat oder
unter diesem Namen einrichtet: coreutils, grep, jq, python3.

IST ALLES UNVERSEHRT?

    sha256sum --check --quiet manifest-sha256.txt

Es erscheint nichts, wenn jede Datei so ist, wie sie aufbewahrt wurde, sonst der
Name jeder Datei, die beschädigt ist oder fehlt. Dasselbe mit einer stärkeren
Prüfsumme:

    sha512sum --check --quiet manifest-sha512.txt

Einer Datei, die eine frühe Version von Songkeep aufbewahrt hat, kann dort die
Zeile fehlen (oder die ganze Liste fehlt); manifest-sha256.txt nennt jede Datei.

WO IST EIN TITEL?

Anstelle von WORD ein Wort aus Titel oder Interpret:

    grep -i 'WORD' inventory.jsonl | jq -r .path
    jq -r 'select([.track.title, .track.artists[]] | join(" ") | test("WORD"; "i")) | .path' inventory.jsonl

Alle Titel mit ihren Interpreten:

    jq -r '[.path, .track.title, (.track.artists | join(", "))] | @tsv' inventory.jsonl

WOHER STAMMT ER, UND WAS DARF MAN DAMIT?

    jq -r '[.path, .verdict.licence.name, .verdict.licence.url // "-", .chosen.url // .chosen.id] | @tsv' inventory.jsonl

Jede Zeile von inventory.jsonl ist eine Datei. Darin ist "track" der Titel, wie
die Playlist ihn nannte; "chosen" die Aufnahme, die genommen wurde, woher, wer
sie dort eingestellt hatte, die Prüfsumme der ursprünglichen Datei und was dafür
spricht, dass es die richtige ist; "verdict" die Lizenz, wie sie angegeben war
und wie sie verstanden wurde, die Bedingungen des Anbieters mit dem Tag, an dem
sie gelesen wurden, und die Gründe. "Your own copy" als Lizenz heißt: eine Kopie
einer eigenen Datei des Besitzers. Sie darf nicht weitergegeben werden. Eine
Zeile mit "doubt" sagt, was gegen den spricht, der die Aufnahme ins Netz gestellt
hatte.

EINE DATEI IST BESCHÄDIGT

Gibt es einen Ordner namens parity, lässt sich Schaden herausrechnen, solange er
nicht größer ist als das, was dort zurückgelegt wurde. Der erste Befehl sagt, was
beschädigt ist; der zweite stellt eine Datei wieder her, deren Name anstelle von
PATH steht (was dort lag, bleibt mit .damaged am Ende daneben liegen):

    python3 parity/restore.py --check
    python3 parity/restore.py --write 'PATH'

Sonst hilft eine andere Kopie dieses Archivs: copies.jsonl, wenn es da ist, sagt,
wo Kopien angelegt wurden und wann jede zuletzt unversehrt war. "chosen" (oben)
sagt, woher die Aufnahme stammte.

WAS HIER LIEGT

inventory.jsonl      eine Zeile je Datei: was sie ist, woher, warum (JSON)
lists.jsonl          eine Zeile für alles, was von einer Playlist bekannt wurde
decisions.jsonl      was der Besitzer über einen Titel entschieden hat
manifest-sha256.txt  die Prüfsumme jeder Datei
manifest-sha512.txt  dasselbe mit einer längeren Prüfsumme
fixity.jsonl         jede Prüfung: wann, wovon, mit welchem Ergebnis
copies.jsonl         wo weitere Kopien sind
parity/              woraus sich Beschädigtes berechnen lässt, und das Programm dafür
.songkeep/           der Arbeitsstand des Programms: lässt sich ganz neu anlegen
alle anderen Ordner  Musik; im Ordner einer Playlist außerdem
  playlist.m3u8      die Playlist, für jeden Player
  report.html        was aus jedem ihrer Titel wurde, zum Lesen
  report.json        dasselbe für Programme
  history.jsonl      was in die Playlist kam und sie verließ, und wann

Nicht jedes Archiv hat alle davon.

MIT SONGKEEP

"songkeep verify ORDNER" prüft dieses Archiv, "songkeep reindex ORDNER" legt die
Listen oben aus dem, was hier liegt, neu an, auch wenn Dateien verschoben oder
umbenannt wurden. Songkeep schreibt diesen Text ein einziges Mal. Eigene Notizen
gehören in eine andere Datei.`
