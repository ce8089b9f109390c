/** Medicines of the heart, vessels, blood and cholesterol. */
import type { Drug } from '../shapes.ts'
import { combinations, singles } from './table.ts'

const blood = `
warfarin | варфарин | warfarin | vka | B01AA03 | варфарекс, мареван, варфарин никомед, варфорин | coumadin, jantoven, farin, marevan
acenocoumarol | аценокумарол | acenocoumarol | vka | B01AA07 | синкумар | sintrom, sinkum, acenokumarol, nicoumalone
phenprocoumon | фенпрокумон | phenprocoumon | vka | B01AA04 | маркумар, фалитром | marcumar, marcoumar, falithrom
fluindione | флуиндион | fluindione | vka | B01AA12 | превискан | previscan
phenindione | фениндион | phenindione | vka | B01AA02 | фенилин | dindevan
rivaroxaban | ривароксабан | rivaroxaban | doac | B01AF01 | ксарелто, ривароксия, ривароксабан-виал, зилт ривароксабан | xarelto
apixaban | апиксабан | apixaban | doac | B01AF02 | эликвис, апиксабан канон, элцисатор | eliquis
dabigatran | дабигатрана этексилат | dabigatran etexilate | doac | B01AE07 | прадакса, дабигатран, дабигатран этексилат, дабиксом | pradaxa, dabigatran
edoxaban | эдоксабан | edoxaban | doac | B01AF03 | ликсиана, савайза | lixiana, savaysa
heparin | гепарин | heparin | heparins | B01AB01 | гепарин натрия, нефракционированный гепарин | heparin sodium, unfractionated heparin
enoxaparin | эноксапарин | enoxaparin | heparins | B01AB05 | клексан, анфибра, эниксум, гемапаксан, эноксапарин натрия | clexane, lovenox, inhixa
nadroparin | надропарин | nadroparin | heparins | B01AB06 | фраксипарин | fraxiparine, fraxiparin
dalteparin | дальтепарин | dalteparin | heparins | B01AB04 | фрагмин | fragmin
aspirin_low_dose | ацетилсалициловая кислота в малой дозе | low-dose aspirin | antiplatelet salicylate | B01AC06 | кардиомагнил, тромбо асс, тромбоасс, аспирин кардио, кардиаск, тромбопол, ацекардол, асафен, кардиоаспирин, аспирин 75, аспирин 100 | cardiomagnyl, aspirin protect, cardiopirin, aspirin cardio, baby aspirin, aspirin 75, aspirin 81, cardioaspirin
clopidogrel | клопидогрел | clopidogrel | antiplatelet | B01AC04 | плавикс, зилт, клопидогрель, лопирел, плагрил, эгитромб, клопидекс | plavix, zyllt, plagril, clopidix, antiagrex
ticagrelor | тикагрелор | ticagrelor | antiplatelet | B01AC24 | брилинта, тикагрелон | brilinta, brilique
prasugrel | прасугрел | prasugrel | antiplatelet | B01AC22 | эффиент | efient, effient
dipyridamole | дипиридамол | dipyridamole | antiplatelet | B01AC07 | курантил | persantine, curantyl, persantin
cilostazol | цилостазол | cilostazol | antiplatelet | B01AC23 | плетал, аплетал | pletal
pentoxifylline | пентоксифиллин | pentoxifylline | antiplatelet xanthine | C04AD03 | трентал, вазонит, агапурин, флекситал | trental, pentoxil, pentilin
adenosine | аденозин | adenosine | antiarrhythmic | C01EB10 | аденокор, аденоскан | adenocor, adenoscan, adenocard
eltrombopag | элтромбопаг | eltrombopag | hepatotoxic_drug | B02BX05 | револейд | revolade, promacta
tranexamic_acid | транексамовая кислота | tranexamic acid | haemostatic | B02AA02 | транексам, троксаминат | cyklokapron, lysteda, exacyl
diosmin | диосмин | diosmin | vein_medicine | C05CA03 | детралекс, флебодиа, венарус, диосмин и гесперидин, флебавен | detralex, daflon, phlebodia, venolan
`

const pressure = `
enalapril | эналаприл | enalapril | ace_inhibitor | C09AA02 | энап, ренитек, берлиприл, эднит | enalapril maleate, vasotec, renitec, enap, prilenap, innovace
lisinopril | лизиноприл | lisinopril | ace_inhibitor | C09AA03 | диротон, лизинотон, диропресс | zestril, prinivil, skopryl, irumed
perindopril | периндоприл | perindopril | ace_inhibitor | C09AA04 | престариум, перинева, парнавел, престариум а | prestarium, coversyl, prexanil, aceon, perineva
ramipril | рамиприл | ramipril | ace_inhibitor | C09AA05 | хартил, тритаце, амприлан, пирамил, дилапрел | tritace, altace, hartil, prilinda, ampril, ramace
captopril | каптоприл | captopril | ace_inhibitor | C09AA01 | капотен | capoten, katopil, zorkaptil
fosinopril | фозиноприл | fosinopril | ace_inhibitor | C09AA09 | моноприл, фозикард | monopril
quinapril | хинаприл | quinapril | ace_inhibitor | C09AA06 | аккупро | accupro, accupril, hemokvin
zofenopril | зофеноприл | zofenopril | ace_inhibitor | C09AA15 | зокардис | zofecard, zocardis, bifril
losartan | лозартан | losartan | arb | C09CA01 | лозап, лориста, козаар, блоктран, вазотенз, лозарел, презартан | cozaar, lorista, losar, erynorm, lozap
valsartan | валсартан | valsartan | arb | C09CA03 | диован, вальсакор, валз, валсафорс | diovan, valsacor, yanida
telmisartan | телмисартан | telmisartan | arb | C09CA07 | микардис, телзап, телсартан, телпрес, телминорм | micardis, telmikor, tolura
candesartan | кандесартан | candesartan | arb | C09CA06 | атаканд, ордисс, гипосарт, ангиаканд | atacand, karbis, amias
irbesartan | ирбесартан | irbesartan | arb | C09CA04 | апровель, ирсар | aprovel, avapro, irbenida
olmesartan | олмесартан | olmesartan | arb | C09CA08 | кардосал | benicar, olmetec, olmesta
azilsartan | азилсартан | azilsartan | arb | C09CA09 | эдарби | edarbi
sacubitril | сакубитрил | sacubitril | antihypertensive | | ингибитор неприлизина | neprilysin inhibitor
spironolactone | спиронолактон | spironolactone | potassium_sparing_diuretic | C03DA01 | верошпирон, альдактон, спиронол | aldactone, verospiron, spirix, spironolakton
eplerenone | эплеренон | eplerenone | potassium_sparing_diuretic | C03DA04 | инспра, эспиро, эпленор, иплерон | inspra, eplenor, replekseta
amiloride | амилорид | amiloride | potassium_sparing_diuretic | C03DB01 | амилорида гидрохлорид | midamor
triamterene | триамтерен | triamterene | potassium_sparing_diuretic | C03DB02 | птерофен | dyrenium
finerenone | финеренон | finerenone | potassium_sparing_diuretic | C03DA05 | керендия | kerendia
hydrochlorothiazide | гидрохлоротиазид | hydrochlorothiazide | thiazide | C03AA03 | гипотиазид, дихлотиазид, гидрохлортиазид | hctz, microzide, hydrochlorothiazid, dihidrohlorotiazid
indapamide | индапамид | indapamide | thiazide | C03BA11 | арифон, арифон ретард, равел, индап, индапамид ретард, ионик | lozol, natrilix, indapres, rawel, tertensif
chlorthalidone | хлорталидон | chlortalidone | thiazide | C03BA04 | оксодолин | chlorthalidone, hygroton, thalitone
furosemide | фуросемид | furosemide | loop_diuretic | C03CA01 | лазикс, фурон | lasix, edemid, frusemide
torasemide | торасемид | torasemide | loop_diuretic | C03CA04 | диувер, тригрим, бритомар | diuver, torsemide, demadex, torem
bumetanide | буметанид | bumetanide | loop_diuretic | C03CA02 | буфенокс | bumex, yurinex, burinex
acetazolamide | ацетазоламид | acetazolamide | diuretic | S01EC01 | диакарб | diamox, diacarb
bisoprolol | бисопролол | bisoprolol | beta_blocker | C07AB07 | конкор, конкор кор, бипрол, нипертен, бидоп, арител, коронал | concor, concor cor, byol, tensec, zebeta, bisprol, emconcor
metoprolol | метопролол | metoprolol | beta_blocker | C07AB02 | беталок, беталок зок, эгилок, метокард, корвитол | betaloc, lopressor, toprol, presolol, corvitol, egilok
nebivolol | небиволол | nebivolol | beta_blocker | C07AB12 | небилет, небилонг, бинелол, бивотенз | nebilet, bystolic, binevol, nevotens
atenolol | атенолол | atenolol | beta_blocker | C07AB03 | тенормин, бетакард | tenormin, prinorm
carvedilol | карведилол | carvedilol | beta_blocker | C07AG02 | дилатренд, акридилол, кориол, ведикардол | coreg, dilatrend, milenol, karvileks, coryol
propranolol | пропранолол | propranolol | beta_blocker | C07AA05 | анаприлин, обзидан, индерал | inderal, propranolol hcl
nadolol | надолол | nadolol | beta_blocker | C07AA12 | коргард | corgard
labetalol | лабеталол | labetalol | beta_blocker | C07AG01 | трандат, лабеталола гидрохлорид | trandate, normodyne
sotalol | соталол | sotalol | beta_blocker antiarrhythmic | C07AA07 | сотагексал, соталекс | betapace, sotahexal
amlodipine | амлодипин | amlodipine | calcium_channel_blocker | C08CA01 | норваск, нормодипин, тенокс, стамло, калчек, амлотоп | norvasc, amlodipin, amlogal, vazotal, tenox, istin
lercanidipine | лерканидипин | lercanidipine | calcium_channel_blocker | C08CA13 | леркамен, занидип, лерканорм | lercanil, zanidip, lerkamen
nifedipine | нифедипин | nifedipine | calcium_channel_blocker | C08CA05 | коринфар, кордафлекс, адалат, кордипин, фенигидин | adalat, procardia, nifelat, cordipin
felodipine | фелодипин | felodipine | calcium_channel_blocker | C08CA02 | плендил, фелодип, фелотенз | plendil
verapamil | верапамил | verapamil | calcium_channel_blocker antiarrhythmic | C08DA01 | изоптин, финоптин | isoptin, calan, verahexal, izopamil
diltiazem | дилтиазем | diltiazem | calcium_channel_blocker | C08DB01 | кардил, диакордин, алтиазем | cardizem, cortiazem, tildiem
moxonidine | моксонидин | moxonidine | alpha2_agonist | C02AC05 | физиотенз, тензотран, моксарел, моксонитекс | physiotens, cynt, moxogamma
clonidine | клонидин | clonidine | alpha2_agonist | C02AC01 | клофелин, катапресан | catapres, catapresan
methyldopa | метилдопа | methyldopa | alpha2_agonist | C02AB01 | допегит | dopegyt, aldomet, methyldopum
rilmenidine | рилменидин | rilmenidine | alpha2_agonist | C02AC06 | альбарел, тенаксум | tenaxum
urapidil | урапидил | urapidil | alpha_blocker | C02CA06 | эбрантил, тахибен | ebrantil
doxazosin | доксазозин | doxazosin | alpha_blocker | C02CA04 | кардура, артезин, зоксон | cardura, alfadox, doxazin
reserpine | резерпин | reserpine | antihypertensive | C02AA02 | раунатин | serpasil
`

const pump = `
digoxin | дигоксин | digoxin | cardiac_glycoside | C01AA05 | новодигал, диланацин | lanoxin, dilacor
amiodarone | амиодарон | amiodarone | antiarrhythmic hepatotoxic_drug | C01BD01 | кордарон, кардиодарон, ритморест | cordarone, pacerone, amiodaron, sedacoron
propafenone | пропафенон | propafenone | antiarrhythmic | C01BC03 | ритмонорм, пропанорм | rytmonorm, rythmol, propafen
allapinin | лаппаконитина гидробромид | lappaconitine hydrobromide | antiarrhythmic | C01BG | аллапинин, лаппаконитин, аллафорте | allapinin
flecainide | флекаинид | flecainide | antiarrhythmic | C01BC04 | тамбокор | tambocor
quinidine | хинидин | quinidine | antiarrhythmic | C01BA01 | кинидин дурулес | quinidine sulfate, kinidin
ivabradine | ивабрадин | ivabradine | antianginal | C01EB17 | кораксан, бравадин, раеном | coraxan, procoralan, corlanor, bravadin
ranolazine | ранолазин | ranolazine | antianginal | C01EB18 | ранекса | ranexa, ranolazin
trimetazidine | триметазидин | trimetazidine | antianginal | C01EB15 | предуктал, предуктал мв, предуктал од, депренорм, ангиозил, тридукард, римекор | preductal, vastarel, trimetazidin, predozone
meldonium | мельдоний | meldonium | metabolic_medicine | C01EB22 | милдронат, кардионат, мелдоний, идринол, милдроксин, мельдония дигидрат | mildronate, mildronat
nitroglycerin | нитроглицерин | nitroglycerin | nitrate_drug | C01DA02 | нитроспрей, нитроминт, сустак, нитронг, нитрокор, глицерил тринитрат | nitroglycerine, glyceryl trinitrate, gtn, nitrolingual, nitrostat
isosorbide_dinitrate | изосорбида динитрат | isosorbide dinitrate | nitrate_drug | C01DA08 | изокет, нитросорбид, кардикет, изолонг | isoket, isordil, cornilat
isosorbide_mononitrate | изосорбида мононитрат | isosorbide mononitrate | nitrate_drug | C01DA14 | моночинкве, эфокс, пектрол, оликард, моносан | monocinque, imdur, monosan, monizol, olicard
molsidomine | молсидомин | molsidomine | nitrate_drug | C01DX12 | сиднофарм, корватон | molicor, corvaton, lopion
nicorandil | никорандил | nicorandil | nitrate_drug | C01DX16 | кординик | ikorel, adancor
sildenafil | силденафил | sildenafil | pde5_inhibitor | G04BE03 | виагра, ревацио, динамико, силденафил-сз, визарсин, максигра | viagra, revatio, vizarsin, sildena
tadalafil | тадалафил | tadalafil | pde5_inhibitor | G04BE08 | сиалис, адцирка, тадалафил-сз, динамико лонг | cialis, adcirca, tadagis, tadilecto
vardenafil | варденафил | vardenafil | pde5_inhibitor | G04BE09 | левитра | levitra, staxyn
udenafil | уденафил | udenafil | pde5_inhibitor | G04BE11 | зидена | zydena
bosentan | бозентан | bosentan | pulmonary_pressure hepatotoxic_drug | C02KX01 | траклир | tracleer
`

const cholesterol = `
simvastatin | симвастатин | simvastatin | statin | C10AA01 | вазилип, зокор, симгал, симвагексал, симло | zocor, hollesta, vasilip, simvax
lovastatin | ловастатин | lovastatin | statin | C10AA02 | холетар, кардиостатин, медостатин | mevacor, altoprev, holetar
pravastatin | правастатин | pravastatin | statin | C10AA03 | липостат | pravachol, lipostat
fluvastatin | флувастатин | fluvastatin | statin | C10AA04 | лескол, лескол форте | lescol
atorvastatin | аторвастатин | atorvastatin | statin | C10AA05 | липримар, аторис, торвакард, тулип, липтонорм, новостат | lipitor, sortis, atoris, atacor, tulip, hypolip, torvacard
rosuvastatin | розувастатин | rosuvastatin | statin | C10AA07 | крестор, мертенил, роксера, розукард, розулип, тевастор, сувардио, акорта | crestor, roxera, rosuholp, rosutor, rosix
pitavastatin | питавастатин | pitavastatin | statin | C10AA08 | ливазо | livazo, livalo
fenofibrate | фенофибрат | fenofibrate | fibrate | C10AB05 | трайкор, липантил, экслип | tricor, lipanthyl, fenolip, lipofib
gemfibrozil | гемфиброзил | gemfibrozil | fibrate | C10AB04 | иполипид, гевилон | lopid
ezetimibe | эзетимиб | ezetimibe | lipid_drug | C10AX09 | эзетрол, отрио, липобон | zetia, ezetrol, ezoleta
colestyramine | колестирамин | colestyramine | bile_acid_sequestrant | C10AC01 | холестирамин, квестран | cholestyramine, questran, vasosan
evolocumab | эволокумаб | evolocumab | lipid_drug | C10AX13 | репата | repatha
alirocumab | алирокумаб | alirocumab | lipid_drug | C10AX14 | пралуэнт | praluent
acipimox | аципимокс | acipimox | lipid_drug | C10AD06 | олбетам | olbetam
`

const mixed = `
sacubitril_valsartan | валсартан + сакубитрил | sacubitril with valsartan | arb antihypertensive | sacubitril valsartan | C09DX04 | юперио, сакубитрил и валсартан, сакубитрил валсартан, валсартан сакубитрил | entresto, uperio, sacubitril valsartan
losartan_hctz | лозартан + гидрохлоротиазид | losartan with hydrochlorothiazide | arb thiazide | losartan hydrochlorothiazide | C09DA01 | лозап плюс, лориста н, гизаар, лозартан н, лориста нд | hyzaar, lorista h, losar plus, lorista hd
valsartan_amlodipine | амлодипин + валсартан | amlodipine with valsartan | arb calcium_channel_blocker | valsartan amlodipine | C09DB01 | эксфорж, вамлосет, амлодипин валсартан | exforge, wamlox, valodip
perindopril_indapamide | индапамид + периндоприл | perindopril with indapamide | ace_inhibitor thiazide | perindopril indapamide | C09BA04 | нолипрел, нолипрел а, нолипрел форте, ко-перинева, нолипрел а форте | noliprel, coversyl plus, prexanil combi, co-prenessa
perindopril_amlodipine | амлодипин + периндоприл | perindopril with amlodipine | ace_inhibitor calcium_channel_blocker | perindopril amlodipine | C09BB04 | престанс, дальнева | coveram, prexanor, dalneva
lisinopril_amlodipine | амлодипин + лизиноприл | lisinopril with amlodipine | ace_inhibitor calcium_channel_blocker | lisinopril amlodipine | C09BB03 | экватор, эклис, тенлиза | lisonorm, ekvator
enalapril_hctz | эналаприл + гидрохлоротиазид | enalapril with hydrochlorothiazide | ace_inhibitor thiazide | enalapril hydrochlorothiazide | C09BA02 | энап н, ко-ренитек, энап нл, энап-н | enap h, enap hl, prilenap h, co-renitec
bisoprolol_amlodipine | амлодипин + бисопролол | bisoprolol with amlodipine | beta_blocker calcium_channel_blocker | bisoprolol amlodipine | C07FB07 | конкор ам, нипертен комби | concor am, sobycombi
bisoprolol_hctz | бисопролол + гидрохлоротиазид | bisoprolol with hydrochlorothiazide | beta_blocker thiazide | bisoprolol hydrochlorothiazide | C07BB07 | лодоз, арител плюс | lodoz, ziac, concor plus
triamterene_hctz | гидрохлоротиазид + триамтерен | triamterene with hydrochlorothiazide | potassium_sparing_diuretic thiazide | triamterene hydrochlorothiazide | C03EA01 | триампур, триампур композитум, триамтел, триам-ко | dyazide, maxzide
amiloride_hctz | амилорид + гидрохлоротиазид | amiloride with hydrochlorothiazide | potassium_sparing_diuretic thiazide | amiloride hydrochlorothiazide | C03EA01 | модуретик | moduretic, hemopres
clopidogrel_aspirin | ацетилсалициловая кислота + клопидогрел | clopidogrel with aspirin | antiplatelet salicylate | clopidogrel aspirin_low_dose | B01AC30 | коплавикс, плагрил а | duoplavin, coplavix
`

export const HEART: readonly Drug[] = [
  ...singles([blood, pressure, pump, cholesterol].join('\n')),
  ...combinations(mixed),
]
