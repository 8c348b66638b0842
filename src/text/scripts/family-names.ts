/**
 * The most frequent Chinese family names, as they are spelled in pinyin, by Wade and Giles, and in Cantonese:
 * who has a western first name is called by it abroad, `鄧麗君` Teresa Teng, and the family name alone can be heard.
 */
const FAMILY_NAMES =
  '王wang,wong 李li,lee,lei 张zhang,chang,cheung,teo,chong 刘liu,lau,low 陈chen,chan,tan,chin 杨yang,yeung,young 黄huang,hwang,wong,ng,oei ' +
  '赵zhao,chao,chiu 周zhou,chou,chow,chau,chew 吴wu,ng,goh 徐xu,hsu,tsui,chui 孙sun,suen,soon 朱zhu,chu,choo 马ma,mah 胡hu,wu,woo,oh ' +
  '郭guo,kuo,kwok,quek 林lin,lam,lim 何he,ho 高gao,kao,ko 梁liang,leung,neo 郑zheng,cheng,tay 罗luo,lo,law,loh 宋song,sung 谢xie,hsieh,tse ' +
  '唐tang,tong 韩han,hon 曹cao,tsao,cho,tso 许xu,hsu,hui,koh 邓deng,teng,tang 萧xiao,hsiao,siu,shaw 冯feng,fung,fong 曾zeng,tseng,tsang,chan ' +
  '程cheng,ching 蔡cai,tsai,choi,choy,chua 彭peng,pang 潘pan,poon,pun 袁yuan,yuen 于yu 董dong,tung 余yu,yue,yee 苏su,so,soh 叶ye,yeh,ip,yip ' +
  '吕lu,lyu,lui 魏wei,ngai 蒋jiang,chiang,tseung 田tian,tien,tin 杜du,tu,to 丁ding,ting 沈shen,shum,sum,sim 姜jiang,chiang,keung 范fan 江jiang,chiang,kong ' +
  '傅fu,foo 钟zhong,chung,cheong 卢lu,lo,loo 汪wang,wong 戴dai,tai 崔cui,tsui,choi 任ren,jen,yam 陆lu,luk,loke 廖liao,liu,liew 姚yao,yiu 方fang,fong ' +
  '金jin,chin,kam 邱qiu,chiu,yau,khoo 夏xia,hsia,ha 谭tan,tam,tham 韦wei,wai 邹zou,tsou,chow 石shi,shih,shek 熊xiong,hsiung,hung 孟meng,mang 秦qin,chin,chun ' +
  '薛xue,hsueh,sit 侯hou,hau 雷lei,lui,loi 白bai,pai,pak 龙long,lung 孔kong,kung,hung 邵shao,siu,shiu 毛mao,mo 常chang,sheung 万wan,man 顾gu,ku,koo ' +
  '赖lai 康kang,hong 贺he,ho 严yan,yen,yim 尹yin,wan 钱qian,chien,chin 施shi,shih,sze 洪hong,hung 莫mo,mok 伍wu,ng 容rong,yung 关guan,kuan,kwan ' +
  '甄zhen,yan 古gu,ku,koo 霍huo,fok 岑cen,shum 区ou,au 麦mai,mak 温wen,wan,woon 庄zhuang,chuang,chong 游you,yu,yau 纪ji,chi,kei 童tong,tung 翁weng,yung ' +
  '阮ruan,yuen 欧ou,au 柯ke,ko 连lian,lien,lin 卓zhuo,cho,cheuk 辛xin,hsin,sun'

const names = new Map<string, readonly string[]>()
for (const entry of FAMILY_NAMES.split(' ')) names.set(entry.charAt(0), entry.slice(1).split(','))

/** Whether the last word, or the first one, of a name in Latin letters is the family name of one in Han characters. */
export function isFamilyName(han: string, words: readonly string[]): boolean {
  if (words.length < 2 || !/^\p{Script=Han}{2,4}$/u.test(han)) return false
  const spellings = names.get(han.charAt(0))
  if (spellings === undefined) return false
  return spellings.includes(words.at(-1) ?? '') || spellings.includes(words[0] ?? '')
}
