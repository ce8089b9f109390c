/** Medicines of the thyroid, diabetes, bones and sex hormones. */
import type { Drug } from '../shapes.ts'
import { combinations, singles } from './table.ts'

const glands = `
levothyroxine | левотироксин натрия | levothyroxine | thyroid_hormone | H03AA01 | эутирокс, л-тироксин, l-тироксин, л тироксин, тироксин, левотироксин, баготирокс, элтироксин | l-thyroxine, thyroxine, synthroid, euthyrox, letrox, tivoral, levoxyl, eltroxin, eutirox
liothyronine | лиотиронин | liothyronine | thyroid_hormone | H03AA02 | трийодтиронин, т3, тибон | cytomel, triiodothyronine, t3, tertroxin
thyroid_extract | экстракт щитовидной железы | desiccated thyroid | thyroid_hormone | H03AA05 | тиреоидин, армор, сушёная щитовидная железа | armour thyroid, np thyroid, natural desiccated thyroid
thiamazole | тиамазол | thiamazole | antithyroid | H03BB02 | тирозол, мерказолил, метимазол | methimazole, tapazole, tirozol, thyrozol, favistan
propylthiouracil | пропилтиоурацил | propylthiouracil | antithyroid hepatotoxic_drug | H03BA02 | пропицил, пту | ptu, propycil
carbimazole | карбимазол | carbimazole | antithyroid | H03BB01 | неомерказол | neo-mercazole
desmopressin | десмопрессин | desmopressin | pituitary_hormone | H01BA02 | минирин, ноурем, вазомирин | minirin, ddavp, nocdurna
cabergoline | каберголин | cabergoline | dopaminergic | G02CB03 | достинекс, агалатес, берголак | dostinex, bergolac
`

const sugar = `
metformin | метформин | metformin | biguanide | A10BA02 | сиофор, глюкофаж, глюкофаж лонг, форметин, глиформин, метфогамма, багомет, диаформин | glucophage, siofor, gluformin, tefor, fortamet, diaformin, metformin er, metformin xr, metformin sr, glucophage xr
gliclazide | гликлазид | gliclazide | sulfonylurea | A10BB09 | диабетон, диабетон мв, глидиаб, диабеталонг, голда мв | diamicron, diaprel, gliclazid, diabeton
glimepiride | глимепирид | glimepiride | sulfonylurea | A10BB12 | амарил, диамерид, глемаз | amaryl, limeral, meglimid
glibenclamide | глибенкламид | glibenclamide | sulfonylurea | A10BB01 | манинил | glyburide, maninil, daonil, diabeta
glipizide | глипизид | glipizide | sulfonylurea | A10BB07 | мовоглекен, глибенез | glucotrol
repaglinide | репаглинид | repaglinide | antidiabetic | A10BX02 | новонорм, диаглинид | novonorm, prandin
acarbose | акарбоза | acarbose | antidiabetic | A10BF01 | глюкобай | precose, glucobay
pioglitazone | пиоглитазон | pioglitazone | antidiabetic | A10BG03 | пиоглар, диаб-норм, астрозон | actos
insulin_drug | инсулин | insulin | insulin | A10A | инсулин короткий, инсулин длинный, актрапид, протафан, хумулин, инсуман, ринсулин, генсулин | humulin, actrapid, insulatard, human insulin, novolin
insulin_glargine | инсулин гларгин | insulin glargine | insulin | A10AE04 | лантус, туджео, ринглар, базаглар | lantus, toujeo, basaglar, abasaglar
insulin_lispro | инсулин лизпро | insulin lispro | insulin | A10AB04 | хумалог, люмжев, ринлиз | humalog, lyumjev
insulin_aspart | инсулин аспарт | insulin aspart | insulin | A10AB05 | новорапид, фиасп, ринфаст, новомикс | novorapid, novolog, fiasp, novomix
insulin_degludec | инсулин деглудек | insulin degludec | insulin | A10AE06 | тресиба | tresiba
insulin_detemir | инсулин детемир | insulin detemir | insulin | A10AE05 | левемир | levemir
insulin_glulisine | инсулин глулизин | insulin glulisine | insulin | A10AB06 | апидра | apidra
empagliflozin | эмпаглифлозин | empagliflozin | sglt2_inhibitor | A10BK03 | джардинс | jardiance
dapagliflozin | дапаглифлозин | dapagliflozin | sglt2_inhibitor | A10BK01 | форсига, фордиглиф | forxiga, farxiga
canagliflozin | канаглифлозин | canagliflozin | sglt2_inhibitor | A10BK02 | инвокана | invokana
ipragliflozin | ипраглифлозин | ipragliflozin | sglt2_inhibitor | A10BK05 | суглат | suglat
semaglutide | семаглутид | semaglutide | glp1_agonist | A10BJ06 | оземпик, ребелсас, вегови, семавик, квинсента | ozempic, rybelsus, wegovy
liraglutide | лираглутид | liraglutide | glp1_agonist | A10BJ02 | виктоза, саксенда, энлигрия | victoza, saxenda
dulaglutide | дулаглутид | dulaglutide | glp1_agonist | A10BJ05 | трулисити | trulicity
tirzepatide | тирзепатид | tirzepatide | glp1_agonist | A10BX16 | мунджаро, тирзетта, седжаро | mounjaro, zepbound
sitagliptin | ситаглиптин | sitagliptin | dpp4_inhibitor | A10BH01 | янувия, ксилевия, яситара | januvia, xelevia
vildagliptin | вилдаглиптин | vildagliptin | dpp4_inhibitor | A10BH02 | галвус, агарта | galvus, agnis
linagliptin | линаглиптин | linagliptin | dpp4_inhibitor | A10BH05 | тражента | trajenta, tradjenta
alogliptin | алоглиптин | alogliptin | dpp4_inhibitor | A10BH04 | випидия | vipidia, nesina
`

const bones = `
alendronic_acid | алендроновая кислота | alendronic acid | bisphosphonate | M05BA04 | фосамакс, осталон, алендронат, форозу, теванат, осалон | alendronate, fosamax, alenotop, osalen, bonap
ibandronic_acid | ибандроновая кислота | ibandronic acid | bisphosphonate | M05BA06 | бонвива, резовива, ибандронат, виванат | ibandronate, boniva, bonviva, alvodronic
risedronic_acid | ризедроновая кислота | risedronic acid | bisphosphonate | M05BA07 | актонель, ризедронат, ризендрос | risedronate, actonel
zoledronic_acid | золедроновая кислота | zoledronic acid | bisphosphonate | M05BA08 | акласта, зомета, резорба, золедронат, резокластин | zoledronate, aclasta, zometa, reclast
denosumab | деносумаб | denosumab | bone_antibody | M05BX04 | пролиа, эксджива | prolia, xgeva
calcitriol | кальцитриол | calcitriol | vitamin_d_analogue | A11CC04 | рокальтрол, остеотриол | rocaltrol
alfacalcidol | альфакальцидол | alfacalcidol | vitamin_d_analogue | A11CC03 | альфа д3, альфа д3-тева, этальфа, альфадол, ван-альфа | alpha d3, one-alpha, alfa d3
paricalcitol | парикальцитол | paricalcitol | vitamin_d_analogue | H05BX02 | земплар | zemplar
dihydrotachysterol | дигидротахистерол | dihydrotachysterol | vitamin_d_analogue | A11CC02 | тахистин | at10, tachystin
calcifediol | кальцифедиол | calcifediol | vitamin_d_analogue | A11CC06 | гидроферол, кальцидиол | calcidiol, hidroferol, rayaldee
cinacalcet | цинакальцет | cinacalcet | calcimimetic | H05BX01 | мимпара | mimpara, sensipar
`

const sex = `
ethinylestradiol | этинилэстрадиол | ethinylestradiol | hormonal_contraceptive | G03CA01 | микрофоллин | ethinyl estradiol
drospirenone | дроспиренон | drospirenone | hormonal_contraceptive | G03AC10 | слинда | slinda, slynd
desogestrel | дезогестрел | desogestrel | hormonal_contraceptive | G03AC09 | чарозетта, лактинет, модэлль мам, эскиновари | cerazette, azalia, cerelle
levonorgestrel | левоноргестрел | levonorgestrel | hormonal_contraceptive | G03AD01 | постинор, эскапел, мирена, модэлль 911, экстренная контрацепция, таблетка на следующий день | plan b, escapelle, postinor, morning-after pill, morning after pill, mirena, emergency contraception
ulipristal | улипристал | ulipristal | hormonal_contraceptive | G03AD02 | двелла | ellaone, ella
etonogestrel | этоногестрел | etonogestrel | hormonal_contraceptive | G03AC08 | импланон, импланон нкст | implanon, nexplanon
dienogest | диеногест | dienogest | progestogen | G03DB08 | визанна, зафрилла, алвовизан | visanne, zafrilla
gestodene | гестоден | gestodene | hormonal_contraceptive | | | gestoden
cyproterone | ципротерон | cyproterone | antiandrogen hepatotoxic_drug | G03HA01 | андрокур, ципротерона ацетат | androcur, cyproterone acetate
estradiol | эстрадиол | estradiol | oestrogen_therapy | G03CA03 | прогинова, дивигель, эстрожель, климара, эстримакс, эстрадиола валерат | oestradiol, divigel, estrofem, climara, estrogel
progesterone | прогестерон | progesterone | progestogen | G03DA04 | утрожестан, праджисан, ипрожин, крайнон | utrogestan, prometrium, crinone
dydrogesterone | дидрогестерон | dydrogesterone | progestogen | G03DB01 | дюфастон | duphaston
clomifene | кломифен | clomifene | fertility_drug | G03GB02 | клостилбегит, серофен | clomiphene, clomid, clostilbegyt
testosterone | тестостерон | testosterone | androgen_therapy | G03BA03 | андрогель, небидо, омнадрен, сустанон, тестостерона пропионат | androgel, nebido, testogel, sustanon
finasteride | финастерид | finasteride | prostate_drug | G04CB01 | проскар, пенестер, финаст, пропеция, альфинал | proscar, propecia, mostrafin, prosterid
dutasteride | дутастерид | dutasteride | prostate_drug | G04CB02 | аводарт, дутастерид-тева | avodart
tamsulosin | тамсулозин | tamsulosin | alpha_blocker | G04CA02 | омник, омник окас, фокусин, профлосин, тамсулозин ретард | flomax, tamsol, tamlos, bazetham, omnic
isotretinoin | изотретиноин | isotretinoin | retinoid_drug | D10BA01 | роаккутан, акнекутан, сотрет, верокутан, аккутан | accutane, roaccutane, roacutane, claravis, izotretinoin
acitretin | ацитретин | acitretin | retinoid_drug hepatotoxic_drug | D05BB02 | неотигазон | neotigason, soriatane
alitretinoin | алитретиноин | alitretinoin | retinoid_drug | D11AH04 | токтино | toctino
`

const mixed = `
drospirenone_ethinylestradiol | дроспиренон + этинилэстрадиол | drospirenone with ethinylestradiol | hormonal_contraceptive | drospirenone ethinylestradiol | G03AA12 | джес, ярина, джес плюс, ярина плюс, димиа, мидиана, видора, симициа, модэлль про, модэлль тренд, анабелла | yaz, yasmin, yasminelle, daylla, daylette, yarina, jess, sylviane, maitalon, beyaz
drospirenone_estetrol | дроспиренон + эстетрол | drospirenone with estetrol | hormonal_contraceptive | drospirenone | G03AA18 | эстеретта, никстеллис | drovelis, nextstellis, estetrol
gestodene_ethinylestradiol | гестоден + этинилэстрадиол | gestodene with ethinylestradiol | hormonal_contraceptive | gestodene ethinylestradiol | G03AA10 | логест, фемоден, линдинет, линдинет 20, милавин | logest, lindynette, femoden, femodene
desogestrel_ethinylestradiol | дезогестрел + этинилэстрадиол | desogestrel with ethinylestradiol | hormonal_contraceptive | desogestrel ethinylestradiol | G03AA09 | регулон, новинет, марвелон, мерсилон, три-мерси | regulon, novynette, marvelon, mercilon
levonorgestrel_ethinylestradiol | левоноргестрел + этинилэстрадиол | levonorgestrel with ethinylestradiol | hormonal_contraceptive | levonorgestrel ethinylestradiol | G03AA07 | ригевидон, микрогинон, минизистон, три-регол | microgynon, rigevidon, alesse, legravan
dienogest_ethinylestradiol | диеногест + этинилэстрадиол | dienogest with ethinylestradiol | hormonal_contraceptive progestogen | dienogest ethinylestradiol | G03AA16 | жанин, силуэт, диециклен, бонадэ, фемисс жинетта | valette, mistral, janine, sibilla
dienogest_estradiol | диеногест + эстрадиола валерат | dienogest with estradiol valerate | hormonal_contraceptive oestrogen_therapy progestogen | dienogest estradiol | G03AB08 | клайра | qlaira, natazia
klimonorm | левоноргестрел + эстрадиола валерат | levonorgestrel with estradiol valerate | oestrogen_therapy progestogen | levonorgestrel estradiol | G03FB09 | климонорм | klimonorm
cyproterone_ethinylestradiol | ципротерон + этинилэстрадиол | cyproterone with ethinylestradiol | hormonal_contraceptive antiandrogen hepatotoxic_drug | cyproterone ethinylestradiol | G03HB01 | диане-35, диане 35, хлое, эрика-35 | diane-35, diane 35, dianette
nuvaring | этоногестрел + этинилэстрадиол | etonogestrel with ethinylestradiol | hormonal_contraceptive | etonogestrel ethinylestradiol | G02BB01 | новаринг, вагинальное кольцо, контрацептивное кольцо | nuvaring, vaginal ring, contraceptive ring
contraceptive_patch | норэлгестромин + этинилэстрадиол | norelgestromin with ethinylestradiol | hormonal_contraceptive | ethinylestradiol | G03AA13 | евра, противозачаточный пластырь, пластырь евра | evra, contraceptive patch, xulane
femoston | дидрогестерон + эстрадиол | dydrogesterone with estradiol | oestrogen_therapy progestogen | dydrogesterone estradiol | G03FB08 | фемостон, фемостон конти | femoston
angeliq | дроспиренон + эстрадиол | drospirenone with estradiol | oestrogen_therapy | drospirenone estradiol | G03FA17 | анжелик, анжелик микро | angeliq
metformin_vildagliptin | вилдаглиптин + метформин | vildagliptin with metformin | biguanide dpp4_inhibitor | metformin vildagliptin | A10BD08 | галвус мет | eucreas, galvus met, galvumet
metformin_sitagliptin | метформин + ситаглиптин | sitagliptin with metformin | biguanide dpp4_inhibitor | metformin sitagliptin | A10BD07 | янумет, велметия | janumet, velmetia
metformin_glibenclamide | глибенкламид + метформин | glibenclamide with metformin | biguanide sulfonylurea | metformin glibenclamide | A10BD02 | глюкованс, глибомет, глюконорм | glucovance, glibomet
metformin_empagliflozin | метформин + эмпаглифлозин | empagliflozin with metformin | biguanide sglt2_inhibitor | metformin empagliflozin | A10BD20 | синджарди | synjardy
metformin_dapagliflozin | дапаглифлозин + метформин | dapagliflozin with metformin | biguanide sglt2_inhibitor | metformin dapagliflozin | A10BD15 | сигдуо, сигдуо лонг | xigduo
levothyroxine_liothyronine | левотироксин + лиотиронин | levothyroxine with liothyronine | thyroid_hormone | levothyroxine liothyronine | H03AA03 | новотирал, тиреотом, тиреокомб | novothyral, thyrolar, liotrix
`

export const HORMONES: readonly Drug[] = [...singles([glands, sugar, bones, sex].join('\n')), ...combinations(mixed)]
