/**
 * Further readings of Han characters in Mandarin, beside the one that `any-ascii` has: `乐yue`. From the Unihan
 * database 15.0 (`kHanyuPinlu`, `kXHC1983`; Unicode License v3), for the frequent characters of GB 2312.
 */
export const MANDARIN_READINGS =
  '丁zheng万mo且ju么ma,yao乐yue乘sheng了liao亲qing什shi仇qiu仔zai价jie会kuai传zhuan伯bai伺si似shi佃tian佛fo侗tong侥yao侧ze,zh' +
  'ai便pian俞shu俩liang倘chang傀gui儿r六lu其ji兹ci冒mo冯ping凹wa凿zuo划huai刨bao券xuan刹cha削xiao剥bao剿chao劲jing勒le匙chi区ou' +
  '卒cu单chan,shan南na卜bu卡qia厂an厕si厦xia参shen,cen句gou召shao叶xie吁yu合ge吓he否pi吭hang吱zi呆ai呐ne员yun呢ni呵a,ke咀zui咋ze' +
  ',zha和huo,hu咖ga咯ka,lo,luo咱za咳ke咽ye哦e哩ying哪nai,ne,nei哼hng唬xia喳cha嘘shi嘲zhao嘿mo嚣ao嚼jiao囤tun圈juan地di坏pi坷j' +
  'iong埋man埔pu堆zui堕hui堡bu,pu塔da塞se壳qiao大dai夯ben夹ga奇ji契xie姥mu娜nuo娩wan家jie宿xiu寻xin将qiang尉yu尺che尾yi尿sui屏bi' +
  'ng属zhu屯zhun屹ge峙shi嵌kan差chai,ci已si巷hang市fu帧zheng幢zhuang广an底de度duo弄long弹tan强jiang徊hui得dei思sai恫tong恶wu戌' +
  'qu戏hu扁pian扎za扒pa扛gang扳pan折she抹ma拆ca拓tuo择zhai括gua拽ye挝zhua挟jia掸shan掺can,shan提di摩ma撮zuo攒cuan敦dui数shuo无m' +
  'o暴pu曾zeng朝zhao期ji末me术zhu朴piao,po杉sha柏bo柜ju柞zuo查zha栅shan栖xi校jiao核hu桔ju梢sao棱ling椎chui楷jie榜peng槛jian模mu' +
  '橙chen殖shi殷yan氏zhi氓meng汤shang沈chen没mo泊bo泌bi洒xi洗xian派pa浅jian浚xun涌chong涡guo溃hui溺niao潦lao澄deng瀑bao炔gui炮b' +
  'ao烙luo烟yin熟shou爪zhua牟mu率shuai琢zhuo畜xu番pan疟yao的di盖ge盛cheng盟ming省xing着zhao,zhuo石dan砌qie碌liu磅pang祭zhai种' +
  'chong秘bi称chen稽qi粘nian粥yu糜mei系ji繁po红gong纤qian约yao纶guan给ji络lao绰chao综zeng缉qi缩su缴zhuo翟zhai耙pa肋le育yo胖pan胳' +
  'ga脉mo脚jue脯fu腊xi膀pang臂bei臭xiu般bo,pan色shai艾yi芒wang芥gai若re茄qie荤xun莎suo莫mu落la,lao蓝la蔓wan蔚yu蕉qiao薄bo藏zang' +
  '虹jiang虾ha蚌beng蛇yi蛤ge蛾yi蜡zha血xie行hang衰cui裳chang褪tun见xian觉jiao角jue解xie识zhi说shui,yue读dou谁shui调tiao谜mei谷' +
  'yu豁hua貉he贾gu赚zuan趣cu蹲cun车ju轧ga,zha转zhuai辗nian辟bi还huan这zhei迫pai适kuo遗wei那nai,ne,nei邪ye都du重chong钥yue铅ya' +
  'n铣xian镐hao长chang阿e陆liu降xiang陶yao雀qiao露lou革ji鞘shao顿du颈geng颤zhan食si,yi驮duo魄bo,tuo鸟diao齐ji龟jun,qiu'
