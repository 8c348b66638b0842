/**
 * The words by which tables name their columns, in the languages that exports and people's own tables come in.
 * Without marks above or below letters; `*` stands for more letters: `kunstler*`, `*titel`. Which meaning comes first where
 * several words fit says `header-meaning.ts`.
 */
export const TITLE_WORDS = `
  title titles song songs track tracks name recording tune piece
  *titel titel* *lied lied* stuck* songname*
  titulo* titulos cancion* tema nombre pista musica* faixa*
  titre* chanson* morceau* piste* nom
  titolo* brano* canzone* traccia* nome
  nummers liedje* latens lat sang tittel* titlar
  kappale* nimi tytul* utwor* piosenk* nazwa nazev* skladb* pisen* pisnicka nazov* skladba
  cim dal dalcim szam pjesma* pesma* naslov* skladba* piesa* melodie* denumire
  sarkı* parca* baslik* eser* lagu* judul* "bai hat" "tua de"
  назван* песн* трек* композици* наименование назва пісн* композиція заглавие песен*
  τιτλος τραγουδι* κομματι* ονομα
  *曲* *タイトル* *トラック* *題名* *歌名* *歌曲* *标题* *標題* *名称* *名稱* *歌*名*
  *제목* *곡* *노래* *트랙*
  *เพลง* *ชื่อ* *שיר* *כותרת* *שם* *أغنية* *الأغنية* *اغنية* *عنوان* *اسم* *गाना* *गीत* *शीर्षक*`

export const ARTIST_WORDS = `
  artist artists performer* singer singers vocalist* band bands musician*
  *kunstler* *interpret* *artist gruppe sanger* vokalist* zanger* artiest* uitvoerende*
  artista* interprete* interpretes cantante* cantor* cantora* banda grupo conjunto
  artiste* chanteur* chanteuse* groupe
  artisti esecutor* gruppo
  esittaja* laulaja* artisti* yhtye
  wykonawc* artyst* zespol* piosenkar* umelec* interpret* zpevak* spevak* skupina
  eloado* zenekar* izvodac* izvodjac* pevac* izvajalec*
  sanatcı* sarkıcı* penyanyi* executant* artis "ca si" "nghe si"
  исполнител* артист* групп* певец* певиц* виконав* изпълнител*
  καλλιτεχν* ερμηνευτ* τραγουδιστ*
  *アーティスト* *歌手* *艺人* *藝人* *艺术家* *藝術家* *演唱* *表演者* *演出者*
  *아티스트* *가수* *ศิลปิน* *นักร้อง* *אמן* *זמר* *מבצע* *فنان* *الفنان* *مطرب* *مغني* *कलाकार* *गायक*`

/** Who may be the artist, where nobody else is named: an uploader, an author. */
export const PERSON_WORDS = `
  author* autor* auteur* username user channel* uploader* creator* dj composer* compositor* kanal* kanaal* canal* chaine*
  автор* канал* composer komponist* verfasser* *作者* *チャンネル* *频道* *頻道*`

export const ALBUM_WORDS = `
  album* *album release record disco disque* platte schallplatte skiva* levy plaat
  albom* альбом* plyta* deska szam
  αλμπουμ δισκος *アルバム* *专辑* *專輯* *앨범* *อัลบั้ม* *אלבום* *ألبوم* *الألبوم* *البوم* *एल्बम*`

export const DURATION_WORDS = `
  duration* length playtime runtime laufzeit *dauer lange *lange spieldauer
  duracion* duree* durata* duracao* dlugosc* delka* dlzka varighet* varaktighet* langd* speelduur duur
  kesto* pituus sure suresi hossz* trajanj* durasi продолжительн* длительн* тривал* διαρκεια
  *再生時間* *長さ* *时长* *時長* *길이* *재생*시간* *משך* *مدة* *अवधि*`

export const PLAYLIST_WORDS = `
  playlist* setlist wiedergabeliste* afspeellijst* spellista* spilleliste* плейлист* *再生リスト* *プレイリスト* *歌单* *歌單* *播放列表* *播放清單* *재생목록* *플레이리스트*`

export const YEAR_WORDS = `
  year years jahr erscheinungs* veroffentlich* released annee ano anno rok jaar ar aar vuosi yil tahun nam год* рік година ετος
  date datum fecha data дата sortie lanzamiento *年* *연도* *年份*`

export const ADDED_WORDS = `
  added hinzugefugt* ajout* anadid* agregad* aggiunt* adicionad* dodan* pridan* toegevoegd tillagd* tilfojet lagt eklen* lisatty hozzaad*
  purchase* bought acquired gekauft* kaufdatum achet* comprad* acquistat*
  добавл* додан* saved liked timestamp zeitstempel* creation datetime *追加* *添加* *加入* *추가*`

export const NUMBER_WORDS = `
  # number no nr num index pos position rank order row disc disk nummer numero* numer cislo sira номер № *番号* *序号* *序號* *번호*`

export const ADDRESS_WORDS = `
  url urls uri uris link links href address hyperlink permalink enlace* lien liens lenke* lank* odkaz* ссылка* адрес* *リンク* *链接* *網址* *링크*`

/** What belongs to something else than the track: with an address or an id it is none of the track's own. */
export const ELSE_WORDS = `
  artist* kunstler* interpret* artista* album* label genre* cover* image* img picture* photo* foto* art artwork thumbnail* avatar*
  channel* kanal* canal* playlist* list user* owner* profile page preview* show episode* release* master catalog* catalogue* barcode upc ean
  исполнител* альбом* канал* *アーティスト* *アルバム* *チャンネル* *再生リスト*`

export const ID_WORDS = `
  id ids mbid guid uuid identifier identifi* identific* kennung идентификатор*`

/** What is said of a track besides its names. */
export const OTHER_WORDS = `
  genre* gener* genero* genere* zanr* gatun* mufaj* tur жанр* *ジャンル* *流派* *장르* tag tags category categor* kategor* mood* style* stil*
  label* publisher* comment* kommentar* commentaire* coment* note notes description* beschreibung* descri* review* rating* ratings score stars bewertung*
  popularity explicit bpm tempo key camelot energy loud* valence speech* acoustic* instrumental* danceab* dance happy liveness live mode signature
  format language* sprache idioma* langue country* pais* gender sex lyric* liedtext block flag* source platform* device* deck
  view* like* dislike* follower* email owner* by requested request* submitted status visibilit* sichtbarkeit privacy price condition size
  bitrate codec copyright market* soundtrack songwriter* producer* lyricist* arranger* remixer* feature* count play popular* percent*
  cover* image* artwork thumbnail* picture* avatar* skipped shuffle offline incognito reason* ip conn file* filename path pfad datei* lokation location`

/** What only a list of releases names: a collection of records. */
export const RELEASE_WORDS = `
  catalog* catalogue* condition sleeve barcode pressing ownership rym discogs`
