import { levelHan } from './han-forms.ts'
import { levelRomaji } from './level-romaji.ts'

/** Words of several characters with a reading of their own: the appendix of the Joyo table, plants, and what songs are fond of. */
const WORDS =
  '明日 asu ashita|大人 otona|今日 kyou|昨日 kinou|今年 kotoshi|今朝 kesa|一人 hitori|二人 futari|一日 tsuitachi|二十歳 hatachi|' +
  '七夕 tanabata|紅葉 momiji|時計 tokei|浴衣 yukata|梅雨 tsuyu|五月 satsuki|五月雨 samidare|時雨 shigure|吹雪 fubuki|' +
  '笑顔 egao|眼鏡 megane|下手 heta|上手 jouzu|部屋 heya|息子 musuko|友達 tomodachi|果物 kudamono|土産 miyage|乙女 otome|' +
  '田舎 inaka|小豆 azuki|風邪 kaze|河岸 kashi|昨夜 yuube|白髪 shiraga|相撲 sumou|名残 nagori|日和 hiyori|大和 yamato|' +
  '行方 yukue|木綿 momen|向日葵 himawari|紫陽花 ajisai|陽炎 kagerou|蒲公英 tanpopo|百合 yuri|薔薇 bara|流石 sasuga|' +
  '永遠 towa|明後日 asatte|何時 itsu|何処 doko|此処 koko|貴方 anata|貴女 anata|何故 naze|煙草 tabako|硝子 garasu|' +
  '東京 toukyou|大阪 oosaka|京都 kyouto|日本 nihon nippon|沖縄 okinawa|北海道 hokkaidou'

/** The longest of them, in characters. */
export const LONGEST_WORD = 3

export const wordReadings: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.split('|').map((entry) => {
    const [word = '', ...sounds] = entry.split(' ')
    return [Array.from(word, levelHan).join(''), sounds.map(levelRomaji)] as const
  }),
)
