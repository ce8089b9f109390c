/**
 * For each rule R172–R343 a case it must find and a near miss it must not, as a person would type them: odd numbers in
 * Russian, even ones in English. The two cases of a rule differ in one thing.
 */

export interface FixtureItem {
  name: string
  amount?: number
  unit?: string
}
/** The fields of the engine's subject; one that is left out is not told. */
export interface FixtureSubject {
  ageMonths: number
  sex: 'male' | 'female'
  weightKg: number
  egfr: number
  smoker: boolean
  alcohol: boolean
  dopingControlled: boolean
  pregnant?: boolean
  breastfeeding?: boolean
  trying?: boolean
  surgeryInDays?: number
}
export interface FixtureCase {
  items: readonly FixtureItem[]
  medications: readonly string[]
  conditions: readonly string[]
  allergies: readonly string[]
  subject: FixtureSubject
}
export interface RuleFixture {
  rule: string
  positive: FixtureCase
  nearMiss: FixtureCase
}

// rule | what both have | what the positive case has | what the near miss has instead
// Things are parted by `;`. `med:`, `cond:`, `allergy:`, `age:`, `egfr:`, `surgery:` and the words `f`, `pregnant`,
// `lactating`, `alcohol`, `doping` are about the person, all else is an item: "креатин 5 г".
const TABLE = `
R172 | creatine 5 g | cond:chronic kidney disease | cond:asthma
R173 | креатин 5 г | med:ибупрофен | med:метформин
R174 | | creatine 5 g | citrulline 5 g
R175 | креатин 3 г | age:16 | age:21
R176 | | creatine 5 g | creatine 1 g
R177a | cond:хроническая болезнь почек; egfr:45 | сывороточный протеин 200 г | сывороточный протеин 30 г
R177b | гороховый протеин 30 г | cond:хроническая болезнь почек | cond:гипотиреоз
R178a | whey protein 30 g | allergy:milk | allergy:soy
R178b | casein 30 g | allergy:milk | allergy:egg
R178c | colostrum 3 g | allergy:milk | allergy:fish
R178d | gainer 100 g | allergy:milk | allergy:fish
R178e | protein powder 30 g | allergy:milk | allergy:fish
R179a | соевый протеин 30 г | allergy:соя | allergy:молоко
R179b | яичный протеин 30 г | allergy:яйца | allergy:соя
R179c | гейнер 100 г | cond:целиакия | cond:гастрит
R180a | cond:lactose intolerance | whey protein 30 g | pea protein 30 g
R180b | cond:lactose intolerance | casein 30 g | egg protein 30 g
R180c | cond:lactose intolerance | gainer 100 g | soy protein 30 g
R180d | cond:lactose intolerance | milk 200 g | soy milk 200 g
R181 | сывороточный протеин 30 г | med:мадопар | med:прамипексол
R182a | cond:galactosaemia | whey protein 30 g | pea protein 30 g
R182b | cond:galactosaemia | casein 30 g | egg protein 30 g
R182c | gainer 100 g | cond:galactosaemia | cond:gastritis
R182d | colostrum 3 g | cond:galactosaemia | cond:gastritis
R182e | milk 200 g | cond:galactosaemia | cond:gastritis
R183a | cond:лейциноз | бцаа 5 г | глютамин 5 г
R183b | cond:лейциноз | лейцин 3 г | цитруллин 3 г
R183c | еаа 10 г | cond:лейциноз | cond:гастрит
R184 | cond:phenylketonuria | essential amino acids 10 g | bcaa 10 g
R185a | бцаа 5 г | med:наком | med:прамипексол
R185b | лейцин 3 г | med:наком | med:прамипексол
R185c | еаа 10 г | med:мадопар | med:прамипексол
R186a | bcaa 5 g | cond:amyotrophic lateral sclerosis | cond:migraine
R186b | leucine 3 g | cond:amyotrophic lateral sclerosis | cond:migraine
R186c | eaa 10 g | cond:amyotrophic lateral sclerosis | cond:migraine
R187 | глютамин 5 г | cond:цирроз печени | cond:гастрит
R188 | glutamine 5 g | cond:epilepsy | cond:migraine
R189 | cond:недавний инфаркт | аргинин 3 г | глицин 300 мг
R190 | med:isosorbide mononitrate | arginine 3 g | lysine 1 g
R191 | аргинин 3 г | med:силденафил | med:метформин
R192 | arginine 3 g | med:spironolactone | med:furosemide
R193 | cond:герпес | аргинин 3 г | лизин 1 г
R194a | citrulline 6 g | med:nitroglycerin | med:omeprazole
R194b | beet nitrate 400 mg | med:nitroglycerin | med:omeprazole
R195a | цитруллин 6 г | med:виагра | med:омепразол
R195b | нитраты из свёклы 400 мг | med:виагра | med:омепразол
R196a | citrulline 6 g | cond:low blood pressure | cond:hypertension
R196b | beet nitrate 400 mg | cond:low blood pressure | cond:hypertension
R197a | | цитруллин 6 г | таурин 1 г
R197b | | нитраты из свёклы 400 мг | таурин 1 г
R198 | | beta-alanine 2 g | beta-alanine 0.5 g
R199 | f | hmb 3 г; pregnant | hmb 3 г
R200 | l-carnitine 1 g | cond:epilepsy | cond:migraine
R201 | л-карнитин 1 г | cond:гипотиреоз | cond:мигрень
R202 | l-carnitine 1 g | med:warfarin | med:omeprazole
R203 | л-карнитин 1 г | cond:хроническая болезнь почек | cond:мигрень
R204a | taurine 1 g | med:lithium | med:quetiapine
R204b | inositol 2 g | med:lithium | med:quetiapine
R205 | глицин 1 г | med:клозапин | med:кветиапин
R206 | cond:trimethylaminuria | choline 500 mg | inositol 500 mg
R207a | гейнер 100 г | med:инсулин | med:омепразол
R207b | электролиты 5 г | med:диабетон | med:омепразол
R208 | ketones 10 g | cond:type 1 diabetes | cond:type 2 diabetes
R209 | оротат лития 5 мг | cond:хроническая болезнь почек | cond:мигрень
R210 | lithium orotate 5 mg | med:ibuprofen | med:paracetamol
R211 | йохимбин 5 мг | cond:гипертония | cond:гастрит
R212 | yohimbine 5 mg | med:phenelzine | med:omeprazole
R213a | йохимбин 5 мг | med:амитриптилин | med:омепразол
R213b | йохимбин 5 мг | синефрин 10 мг | таурин 500 мг
R214 | yohimbine 5 mg | cond:panic disorder | cond:migraine
R215 | йохимбин 5 мг | age:17 | age:19
R216 | yohimbine 5 mg | cond:liver disease | cond:gastritis
R217 | синефрин 20 мг | med:моклобемид | med:омепразол
R218 | synephrine 20 mg | cond:glaucoma | cond:gastritis
R219 | синефрин 20 мг | кофеин 100 мг | таурин 500 мг
R220a | | ephedra 20 mg | echinacea 200 mg
R220b | | dmaa 20 mg | taurine 500 mg
R220c | | dmha 100 mg | taurine 500 mg
R221 | | эгкг 900 мг | эгкг 300 мг
R222 | green tea extract 300 mg | cond:liver disease | cond:gastritis
R223 | экстракт зелёного чая 300 мг | med:надолол | med:бисопролол
R224 | green tea extract 300 mg | med:bortezomib | med:omeprazole
R225 | f | экстракт зелёного чая 300 мг; lactating | экстракт зелёного чая 300 мг
R226 | green tea extract 300 mg | iron 14 mg | taurine 500 mg
R227 | | зелёный чай 200 г | чёрный чай 200 г
R228 | cond:liver disease | garcinia 1000 mg | maca 1000 mg
R229 | гарциния 1000 мг | med:сертралин | med:омепразол
R230 | kava 200 mg | cond:liver disease | cond:gastritis
R231 | кава 200 мг | alcohol | med:омепразол
R232 | f | kava 200 mg; pregnant | kava 200 mg
R233a | клопогон 40 мг | cond:болезнь печени | cond:гастрит
R233b | усниновая кислота 100 мг | cond:болезнь печени | cond:гастрит
R233c | окопник 500 мг | cond:болезнь печени | cond:гастрит
R234 | red yeast rice 1 capsule | med:atorvastatin | med:omeprazole
R235 | красный дрожжевой рис 1 капсула | med:кларитромицин | med:амоксициллин
R236 | red yeast rice 1 capsule | age:17 | age:30
R237 | красный дрожжевой рис 1 капсула | age:75 | age:65
R238 | red yeast rice 1 capsule | cond:liver disease | cond:gastritis
R239 | красный дрожжевой рис 1 капсула | никотиновая кислота 50 мг | никотинамид 50 мг
R240 | | monacolin k 5 mg | monacolin k 2 mg
R241 | f | берберин 500 мг; pregnant | берберин 500 мг
R242 | berberine 500 mg | med:ciclosporin | med:amoxicillin
R243 | берберин 500 мг | med:такролимус | med:амоксициллин
R244 | berberine 500 mg | med:metformin | med:omeprazole
R245 | берберин 500 мг | med:варфарин | med:омепразол
R246 | grapefruit 200 g | med:simvastatin | med:rosuvastatin
R247 | грейпфрут 200 г | med:такролимус | med:амоксициллин
R248 | grapefruit 200 g | med:felodipine | med:bisoprolol
R249 | med:аторвастатин | грейпфрутовый сок 1300 мл | грейпфрутовый сок 200 мл
R250 | grapefruit 200 g | med:fexofenadine | med:cetirizine
R251 | грейпфрут 200 г | med:розувастатин | med:омепразол
R252 | f | ashwagandha 600 mg; pregnant | ashwagandha 600 mg
R253 | ашваганда 600 мг | cond:гипертиреоз | cond:гастрит
R254 | ashwagandha 600 mg | med:levothyroxine | med:omeprazole
R255 | ашваганда 600 мг | med:золпидем | med:омепразол
R256 | ashwagandha 600 mg | cond:rheumatoid arthritis | cond:osteoarthritis
R257 | ашваганда 600 мг | cond:болезнь печени | cond:гастрит
R258 | ashwagandha 600 mg | med:metformin | med:omeprazole
R259 | cond:рак простаты | ашваганда 600 мг | мака 600 мг
R260 | rhodiola 200 mg | med:sertraline | med:omeprazole
R261 | родиола 200 мг | med:лозартан | med:бисопролол
R262 | ginseng 200 mg | med:warfarin | med:omeprazole
R263 | женьшень 200 мг | med:метформин | med:омепразол
R264 | ginseng 200 mg | med:imatinib | med:omeprazole
R265 | cond:гипертония | элеутерококк 100 мг | эхинацея 100 мг
R266 | eleuthero 100 mg | med:digoxin | med:omeprazole
R267 | лимонник 500 мг | med:такролимус | med:амоксициллин
R268 | schisandra 500 mg | cond:epilepsy | cond:migraine
R269a | валериана 200 мг | med:зопиклон | med:омепразол
R269b | мелатонин 3 мг | med:диазепам | med:омепразол
R269c | гамк 500 мг | med:диазепам | med:омепразол
R269d | теанин 200 мг | alcohol | med:омепразол
R270 | melatonin 3 mg | med:fluvoxamine | med:escitalopram
R271 | мелатонин 3 мг | med:варфарин | med:омепразол
R272 | melatonin 3 mg | cond:autoimmune thyroiditis | cond:migraine
R273 | мелатонин 1 мг | age:12 | age:25
R274a | phenibut 250 mg | med:diazepam | med:omeprazole
R274b | | phenibut 250 mg | glycine 300 mg
R275 | кбд 25 мг | med:депакин | med:леветирацетам
R276 | cbd 25 mg | med:warfarin | med:omeprazole
R277 | f | кбд 25 мг; pregnant | кбд 25 мг
R278 | echinacea 200 mg | med:methotrexate | med:omeprazole
R279 | эхинацея 200 мг | cond:рассеянный склероз | cond:мигрень
R280 | echinacea 200 mg | allergy:ragweed | allergy:milk
R281 | age:0.5 | эхинацея 50 мг | мелисса 50 мг
R282 | probiotic | cond:central venous line | cond:ibs
R283 | пробиотик | med:амоксициллин | med:омепразол
R284 | saccharomyces boulardii 250 mg | med:fluconazole | med:omeprazole
R285 | спирулина 3 г | cond:ревматоидный артрит | cond:артроз
R286 | cond:phenylketonuria | spirulina 3 g | probiotic
R287 | allergy:амброзия | расторопша 200 мг | мелисса 200 мг
R288 | licorice 500 mg | cond:hypertension | cond:gastritis
R289 | солодка 500 мг | med:индапамид | med:омепразол
R290 | licorice 500 mg | med:digoxin | med:omeprazole
R291 | солодка 500 мг | med:преднизолон | med:омепразол
R292 | f | licorice 500 mg; pregnant | licorice 500 mg
R293 | солодка 500 мг | cond:цирроз печени | cond:гастрит
R294 | | glycyrrhizic acid 150 mg | glycyrrhizic acid 50 mg
R295a | сенна 20 мг | med:фуросемид | med:омепразол
R295b | сабур 20 мг | med:дигоксин | med:омепразол
R296a | f | senna 20 mg; pregnant | senna 20 mg
R296b | aloe latex 20 mg | cond:bowel obstruction | cond:gastritis
R297 | | псиллиум 5 г; med:левотироксин | псиллиум 5 г
R298 | psyllium 5 g | cond:dysphagia | cond:constipation
R299 | | активированный уголь 1 г; med:ярина | активированный уголь 1 г
R300 | allergy:shrimp | chitosan 1 g | psyllium 5 g
R301 | хитозан 1 г | med:варфарин | med:омепразол
R302a | alpha-lipoic acid 300 mg | med:gliclazide | med:metformin
R302b | chromium 100 mcg | med:insulin | med:metformin
R303a | альфа-липоевая кислота 300 мг | cond:инсулиновый аутоиммунный синдром | cond:ревматоидный артрит
R303b | | альфа-липоевая кислота 300 мг | коэнзим q10 100 мг
R304 | alpha-lipoic acid 300 mg | med:cisplatin | med:omeprazole
R305 | хром 100 мкг | cond:болезнь печени | cond:гастрит
R306 | nac 600 mg | med:nitroglycerin | med:omeprazole
R307 | ацетилцистеин 600 мг | med:карбамазепин | med:леветирацетам
R308 | nac 600 mg | cond:asthma | cond:migraine
R309 | куркумин 500 мг | cond:камни в желчном пузыре | cond:гастрит
R310a | curcumin 500 mg | cond:liver disease | cond:gastritis
R310b | curcumin 500 mg | piperine 5 mg | quercetin 500 mg
R311 | куркумин 500 мг | med:клопидогрел | med:омепразол
R312 | curcumin 500 mg | med:tacrolimus | med:amoxicillin
R313 | пиперин 5 мг | med:карбамазепин | med:леветирацетам
R314 | dhea 25 mg | age:17 | age:45
R315a | пажитник 600 мг | med:метформин | med:омепразол
R315b | пажитник 600 мг | allergy:арахис | allergy:молоко
R316 | f | fenugreek 600 mg; pregnant | fenugreek 600 mg
R317 | f; изофлавоны сои 40 мг | med:тамоксифен | med:омепразол
R318 | evening primrose oil 1 g | med:chlorpromazine | med:omeprazole
R319 | пальма сабаль 320 мг | med:варфарин | med:омепразол
R320 | f | vinpocetine 10 mg; pregnant | vinpocetine 10 mg
R321a | | коллоидное серебро 1 мг | селен 50 мкг
R321b | | кирказон 100 мг | ромашка 100 мг
R321c | | кратом 2 г | креатин 2 г
R321d | | остарин 10 мг | мака 500 мг
R322 | calcium-d3 nycomed 1 tablet | cond:phenylketonuria | cond:gastritis
R323a | cond:непереносимость лактозы | йодомарин 1 таблетка | креатин 5 г
R323b | cond:непереносимость фруктозы | кальций-д3 никомед 1 таблетка | креатин 5 г
R323c | кальций-д3 никомед 1 таблетка | cond:непереносимость фруктозы | cond:гастрит
R323d | магне b6 1 таблетка | cond:диабет 2 типа | cond:гастрит
R324a | omacor 1 capsule | cond:vegetarian | cond:gastritis
R324b | omacor 1 capsule | allergy:gelatin | allergy:milk
R325 | allergy:рыба | коллаген 10 г | мсм 1 г
R326 | collagen 10 g | cond:oxalate stones | cond:gastritis
R327 | валериана 200 мг | мелатонин 3 мг | цитрат магния 500 мг
R328 | 5-htp 100 mg | med:sertraline | med:omeprazole
R329a | йохимбин 5 мг | синефрин 10 мг | таурин 500 мг
R329b | синефрин 10 мг | кофеин 300 мг | кофеин 100 мг
R330 | med:apixaban; ginkgo 120 mg | curcumin 500 mg | magnesium citrate 500 mg
R331 | med:гликлазид; берберин 500 мг | хром 100 мкг | цитрат магния 500 мг
R332 | ashwagandha 600 mg | kava 100 mg | maca 500 mg
R333a | гинкго 120 мг | surgery:7 | surgery:30
R333b | экстракт чеснока 600 мг | surgery:7 | surgery:30
R333c | женьшень 200 мг | surgery:7 | surgery:30
R333d | витамин е 100 мг | surgery:7 | surgery:30
R333e | ашваганда 600 мг | surgery:7 | surgery:30
R333f | зверобой 300 мг | surgery:7 | surgery:30
R333g | омега-3 4 г | surgery:7 | surgery:30
R334 | doping | bpc-157 250 mcg | collagen 10 g
R335a | doping | дгэа 25 мг | цинк 10 мг
R335b | doping | андростендион 50 мг | трибулус 500 мг
R335c | doping | лигандрол 5 мг | креатин 5 г
R335d | кленбутерол 20 мкг | doping |
R336a | epoetin 100 mcg | doping |
R336b | growth hormone 1 mg | doping |
R336c | igf-1 100 mcg | doping |
R336d | doping | tb-500 1 mg | collagen 10 g
R337 | хигенамин 20 мг | doping |
R338 | doping | meldonium 500 mg | taurine 500 mg
R339 | фуросемид 40 мг | doping |
R340 | doping | iv drip 250 ml | iv drip 50 ml
R341 | doping | фонтурацетам 100 мг | пирацетам 400 мг
R342a | thc 5 mg | doping |
R342b | cbd 25 mg | doping |
R343a | креатин 5 г | doping |
R343b | бета-аланин 3 г | doping |
R343c | глицерол 50 г | doping |
R343d | мексидол 125 мг | doping |
R343e | карнитин 1 г | doping |
R343f | кофеин 100 мг | doping |
R343g | синефрин 10 мг | doping |
R343h | экдистерон 100 мг | doping |
`

const PERSON: FixtureSubject = {
  ageMonths: 420,
  sex: 'male',
  weightKg: 75,
  egfr: 95,
  smoker: false,
  alcohol: false,
  dopingControlled: false,
}
const WOMAN = { sex: 'female', pregnant: false, breastfeeding: false, trying: false } as const

const itemOf = (text: string): FixtureItem => {
  const [, name, amount, unit] = /^(.+?) ([\d.]+) (\S+)$/u.exec(text) ?? []
  return name === undefined ? { name: text } : { name, amount: Number(amount), unit: unit ?? '' }
}
const about = (text: string): Partial<FixtureSubject> | null => {
  const [, key, figure] = /^(age|egfr|surgery):([\d.]+)$/.exec(text) ?? []
  const value = Number(figure)
  if (key === 'age') return { ageMonths: value * 12 }
  if (key === 'egfr') return { egfr: value }
  if (key === 'surgery') return { surgeryInDays: value }
  if (text === 'f') return WOMAN
  if (text === 'pregnant') return { pregnant: true }
  if (text === 'lactating') return { breastfeeding: true }
  if (text === 'alcohol') return { alcohol: true }
  return text === 'doping' ? { dopingControlled: true } : null
}
const caseOf = (things: readonly string[]): FixtureCase => {
  const tagged = (tag: string): string[] =>
    things.filter((one) => one.startsWith(tag)).map((one) => one.slice(tag.length))
  const items = things.filter((one) => about(one) === null && !/^(?:med|cond|allergy):/.test(one))
  return {
    items: items.map(itemOf),
    medications: tagged('med:'),
    conditions: tagged('cond:'),
    allergies: tagged('allergy:'),
    subject: Object.assign({ ...PERSON }, ...things.map((one) => about(one) ?? {})),
  }
}
const parted = (cell = ''): string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)

export const FIXTURES: readonly RuleFixture[] = TABLE.split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [rule = '', both, positive, nearMiss] = line.split('|').map((cell) => cell.trim())
    return {
      rule,
      positive: caseOf([...parted(both), ...parted(positive)]),
      nearMiss: caseOf([...parted(both), ...parted(nearMiss)]),
    }
  })
