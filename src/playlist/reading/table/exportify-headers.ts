/** The columns of Exportify that say something about a track. */
export type ExportifyColumn =
  | 'uri'
  | 'title'
  | 'artistUris'
  | 'artists'
  | 'album'
  | 'albumArtistUris'
  | 'albumArtists'
  | 'date'
  | 'disc'
  | 'number'
  | 'duration'
  | 'isrc'
  | 'addedAt'

// watsonbox/exportify writes its header in the user's language since August 2024: ar de el en es fr it
// ja nl pt sv tr, in this order here. Before them the names of older versions and of pavelkomarov/exportify.
const NAMES: { readonly [Name in ExportifyColumn]: readonly string[] } = {
  uri: [
    'Spotify URI',
    'Spotify ID',
    'رابط الأغنية (URI)',
    'Track-URI',
    'URI κομματιού',
    'Track URI',
    'URI de la canción',
    'URI du titre',
    'URI della traccia',
    'トラックURI',
    'Nummer URI',
    'URI da faixa',
    'Låtens URI',
    'Parça URI',
  ],
  title: [
    'اسم الأغنية',
    'Track-Name',
    'Όνομα κομματιού',
    'Track Name',
    'Nombre de la canción',
    'Nom du titre',
    'Nome della traccia',
    'トラック名',
    'Nummernaam',
    'Nome da faixa',
    'Låtens namn',
    'Parça Adı',
  ],
  artistUris: [
    'روابط الفنانين (URI)',
    'Künstler-URI(s)',
    'URI καλλιτέχνη/ων',
    'Artist URI(s)',
    'URI(s) del artista',
    "URI(s) de l'artiste",
    "URI dell'artista",
    'アーティストURI',
    'Artiest-URI',
    'URI(s) do artista',
    'Artistens URI',
    'Sanatçı URI',
  ],
  artists: [
    'Artist Name',
    'أسماء الفنانين',
    'Künstlername(n)',
    'Όνομα/τα καλλιτέχνη',
    'Artist Name(s)',
    'Nombre(s) del artista',
    "Nom(s) de l'artiste",
    "Nome dell'artista",
    'アーティスト名',
    'Naam van artiest',
    'Nome(s) do artista',
    'Artistens namn',
    'Sanatçı Adı',
  ],
  album: [
    'اسم الألبوم',
    'Album-Name',
    'Όνομα άλμπουμ',
    'Album Name',
    'Nombre del álbum',
    "Nom de l'album",
    "Nome dell'album",
    'アルバム名',
    'Naam van album',
    'Nome do álbum',
    'Albumets namn',
    'Albüm Adı',
  ],
  albumArtistUris: [
    'روابط فناني الألبوم (URI)',
    'Album-Künstler-URI(s)',
    'URI καλλιτέχνη/ων άλμπουμ',
    'Album Artist URI(s)',
    'URI(s) del artista del álbum',
    "URI(s) de l'artiste de l'album",
    "URI dell'artista dell'album",
    'アルバムアーティストURI',
    'Artiest-URI van het album',
    'URI(s) do artista do álbum',
    'Albumartistens URI',
    'Albümdeki Sanatçı URI',
  ],
  albumArtists: [
    'أسماء فناني الألبوم',
    'Album-Künstlername(n)',
    'Όνομα/τα καλλιτέχνη άλμπουμ',
    'Album Artist Name(s)',
    'Nombre(s) del artista del álbum',
    "Nom(s) de l'artiste de l'album",
    "Nome dell'artista dell'album",
    'アルバムアーティスト名',
    'Naam van artiest op het album',
    'Nome(s) do artista do álbum',
    'Albumartistens namn',
    'Albümdeki Sanatçı Adı',
  ],
  date: [
    'Release Date',
    'تاريخ إصدار الألبوم',
    'Veröffentlichungsdatum des Albums',
    'Ημερομηνία κυκλοφορίας άλμπουμ',
    'Album Release Date',
    'Fecha de lanzamiento del álbum',
    "Date de sortie de l'album",
    "Data di rilascio dell'album",
    'アルバム発売日',
    'Releasedatum van het album',
    'Data de lançamento do álbum',
    'Albumets releasedatum',
    'Albüm Çıkış Tarihi',
  ],
  disc: [
    'رقم القرص',
    'Disc-Nummer',
    'Αριθμός δίσκου',
    'Disc Number',
    'Número de disco',
    'Numéro de disque',
    'Numero del disco',
    'ディスク番号',
    'Schijfnummer',
    'Número do disco',
    'Skivnummer',
    'Disk Numarası',
  ],
  number: [
    'رقم الأغنية',
    'Track-Nummer',
    'Αριθμός κομματιού',
    'Track Number',
    'Número de la canción',
    'Numéro du titre',
    'Numero della traccia',
    'トラック番号',
    'Nummernummer',
    'Número da faixa',
    'Låtnummer',
    'Parça Numarası',
  ],
  duration: [
    'Duration (ms)',
    'مدة الأغنية (بالمللي ثانية)',
    'Track-Dauer (ms)',
    'Διάρκεια κομματιού (ms)',
    'Track Duration (ms)',
    'Duración de la canción (ms)',
    'Durée du titre (ms)',
    'Durata della traccia (ms)',
    'トラックの長さ（ミリ秒）',
    'Nummerduur (ms)',
    'Duração da faixa (ms)',
    'Låtlängd (ms)',
    'Parça Süresi (ms)',
  ],
  isrc: ['ISRC'],
  addedAt: [
    'أضيف في',
    'Hinzugefügt am',
    'Προστέθηκε στις',
    'Added At',
    'Añadido en',
    'Ajouté le',
    'Aggiunto il',
    '追加日時',
    'Toegevoegd op',
    'Adicionado em',
    'Tillagd vid',
    'Eklenme Tarihi',
  ],
}

const COLUMNS = new Map(
  (Object.keys(NAMES) as ExportifyColumn[]).flatMap((column) =>
    NAMES[column].map((name) => [foldHeader(name), column] as const),
  ),
)

/** The column a header cell names, in any of the languages. */
export function columnNamed(cell: string): ExportifyColumn | undefined {
  return COLUMNS.get(foldHeader(cell))
}

function foldHeader(cell: string): string {
  return cell
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
