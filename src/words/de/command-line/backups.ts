import type { backups as English } from '../../en/command-line/backups.ts'

export const backups: typeof English = {
  backup: {
    summary: 'aus einer Playlist einen Ordner mit MP3s samt Tags machen',
    description:
      'Sucht jeden Titel einer Playlist in den eigenen Ordnern und in offenen Archiven. Daraus entstehen ein Ordner mit MP3s samt Tags von allem, was kopiert werden darf, eine Playlist-Datei, die sie abspielt, und ein Bericht: was aus jedem Eintrag wurde und warum, mit Links dorthin, wo das Übrige zu hören ist.',
    playlist:
      'eine Playlist-Datei, ein Export (Zip, Ordner oder Datei), ein Link oder URI, spotify:liked, oder - für die Standardeingabe; was in mehreren Dateien dieselbe Playlist ist, wird vereint',
    from: 'ein eigener Server, alle seine Playlists oder mit --playlist eine: subsonic:https://…, jellyfin:https://…; nach dem Passwort wird gefragt, oder es steht in SONGKEEP_SUBSONIC_PASSWORD (_USER, _API_KEY; ebenso für Jellyfin)',
    json: 'ein Ereignis je Zeile ausgeben, für Programme',
    verbose:
      'jeden Eintrag mit seinem Grund ausgeben, auch die gesicherten: Sonst passt das Ende auf einen Bildschirm',
    names: (fields) => `Ein Name besteht aus ${fields}.`,
  },
  serve: {
    summary: 'eine Seite im Browser öffnen: von da an geht es ohne Befehlszeile',
    description:
      'Bietet eine Seite auf diesem Rechner: eine Playlist ablegen, sehen, was verstanden wurde, sie sichern, jede Begründung ansehen, über Unsicheres entscheiden. Nur dieser Rechner erreicht sie, außer ein Passwort steht in SONGKEEP_PASSWORD und --host nennt eine andere Adresse. Läufe, die beim Anhalten im Gange waren, gehen nach dem nächsten Start weiter.',
    port: 'wo sie zu erreichen ist',
    host: 'und unter welcher Adresse: 0.0.0.0 sind alle',
    name: 'ein Name, unter dem dieser Rechner erreicht wird; für mehrere mehrmals angeben',
    title: 'wie die Anmeldeseite diesen Server nennt: ohne Angabe der Name dieses Rechners',
    folder:
      'woraus die Seite Ordner wählen lässt: sonst aus dem eigenen Ordner und anderen Laufwerken; für mehrere mehrmals angeben',
    accounts:
      'die Seite für Konten öffnen (songkeep accounts): Jedes hat seine Archive in einem eigenen Ordner unter diesem',
    jobs: 'Sicherungen, die zugleich laufen; 0, wenn Arbeiter sie ausführen (songkeep worker)',
    open: 'sie im Browser öffnen',
  },
  worker: {
    summary: 'ausführen, was ansteht, ohne Seite: auf beliebig vielen Rechnern',
    description:
      'Führt aus, was die Seite und die Befehlszeile in die Liste der Läufe gestellt haben, bis es angehalten wird. Wo SONGKEEP_DATABASE_URL eine PostgreSQL-Datenbank nennt, haben alle Server und Arbeiter, die sie nennen, eine gemeinsame Liste; sonst sind es die Läufe dieses Rechners.',
    width: 'Läufe, die zugleich im Gange sind',
    healthPort:
      'unter diesem Port /healthz, /readyz und, bei SONGKEEP_METRICS=1, /metrics beantworten; ohne Angabe nirgends',
    healthHost:
      'und unter welcher Adresse: Für andere als diesen Rechner braucht /metrics SONGKEEP_METRICS_TOKEN',
    more: `Alle kommen reihum dran: zuerst, für wen am wenigsten läuft, gleich wie viel für andere ansteht. Zwei Läufe eines
Archivs sind nie zugleich im Gange. Strg-C, oder SIGTERM, stellt zurück in die Liste, was läuft; wird ein Arbeiter
abgeschossen, übernimmt nach einer halben Minute ein anderer. Was schon gesichert ist, entsteht nicht noch einmal.

Arbeiter auf mehreren Rechnern brauchen denselben Datenordner (SONGKEEP_DATA: Dort liegt, was auf der Seite abgelegt
wurde) und dieselben Ordner mit Archiven und Musik, unter denselben Pfaden.`,
  },
  jobs: {
    summary: 'die Läufe dieses Rechners nennen, wer sie auch begann, und steuern',
    description:
      'Die Seite und die Befehlszeile haben eine gemeinsame Liste von Läufen. Was weitergehen soll, läuft im Server der Seite (songkeep serve), in einem Arbeiter (songkeep worker) oder sofort in diesem Terminal (--here).',
    json: 'einen Lauf je Zeile ausgeben, für Programme',
    acts: {
      pause: 'vorerst anhalten: was gesichert ist, bleibt',
      resume: 'wieder einreihen',
      cancel: 'endgültig anhalten: was gesichert ist, bleibt',
      forget: 'aus der Liste nehmen, was zu Ende ist',
    },
    here: 'sofort in diesem Terminal ausführen; Strg-C reiht den Lauf wieder ein',
    job: 'seine Kennung oder deren Anfang',
  },
  doctor: {
    summary: 'sagen, was da ist, was fehlt und wie es zu bekommen ist',
    description:
      'Sieht sich diesen Rechner an: was Songkeep hat, was fehlt und wie es zu bekommen ist; mit --online auch, ob jeder Dienst geht.',
    online: 'jeden Dienst eine harmlose Frage fragen',
    record: 'die Antworten der Dienste in diesem Ordner behalten, ohne Schlüssel',
    explanation: `--online fragt jeden Dienst eine Kleinigkeit nach einer Aufnahme, die er bekanntlich hat, alle auf einmal und höchstens
zehn Sekunden lang, und sagt, ob er hier geht, ablehnt (mit seinen eigenen Worten), nicht zu erreichen ist oder
anders antwortet, als Songkeep es erwartet. Bei Kopien in Buckets (songkeep mirror) sagt es, ob dort zwei Läufe zugleich
unterschieden werden. Ohne --online wird nichts gefragt. Exit-Code 1, wenn einer, der keinen
Schlüssel braucht, nicht geht.`,
    json: 'die Befunde als JSON ausgeben, für Programme',
  },
}
