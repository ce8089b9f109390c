/** Medicines of the stomach, pain, allergy, breathing and others. */
import type { Drug } from '../shapes.ts'
import { combinations, singles } from './table.ts'

const pain = `
aspirin | ацетилсалициловая кислота | acetylsalicylic acid | nsaid salicylate antiplatelet | N02BA01 | аспирин, упсарин упса, ацетилсалициловая, аспро, асприн | aspirin, andol, anbol, bayer aspirin, asa
ibuprofen | ибупрофен | ibuprofen | nsaid | M01AE01 | нурофен, миг, миг 400, фаспик, долгит, ибупром, нурофен экспресс | nurofen, brufen, advil, motrin, rapidol, ibalgin
dexketoprofen | декскетопрофен | dexketoprofen | nsaid | M01AE17 | дексалгин, фламадекс, дексонал | dexomen, ketesse, menadex
ketoprofen | кетопрофен | ketoprofen | nsaid | M01AE03 | кетонал, фламакс, окилайн | ketonal, profenid
naproxen | напроксен | naproxen | nsaid | M01AE02 | налгезин, санапрокс, тералив | aleve, naprosyn, nalgesin, naproxen sodium
diclofenac | диклофенак | diclofenac | nsaid | M01AB05 | вольтарен, ортофен, диклоберл, раптен, наклофен | voltaren, diklofen, rapten, cataflam, diklofenak
nimesulide | нимесулид | nimesulide | nsaid hepatotoxic_drug | M01AX17 | найз, нимесил, немулекс, нимулид, апонил | nimulid, nimesil, nise
ketorolac | кеторолак | ketorolac | nsaid | M01AB15 | кеторол, кетанов, долак, кетокам | toradol, ketanov, zodol
meloxicam | мелоксикам | meloxicam | nsaid | M01AC06 | мовалис, артрозан, амелотекс, мовасин | mobic, movalis, melox
aceclofenac | ацеклофенак | aceclofenac | nsaid | M01AB16 | аэртал, аленталь, ацеклагин | airtal, aflamil
lornoxicam | лорноксикам | lornoxicam | nsaid | M01AC05 | ксефокам, ксефокам рапид | xefo
celecoxib | целекоксиб | celecoxib | nsaid | M01AH01 | целебрекс, дилакса, симкоксиб | celebrex, dilaxa
etoricoxib | эторикоксиб | etoricoxib | nsaid | M01AH05 | аркоксиа, костарокс, бостонокс, этори | arcoxia, etoxib
indometacin | индометацин | indometacin | nsaid | M01AB01 | метиндол, индометацин софарма | indomethacin, indocin
metamizole | метамизол натрия | metamizole | painkiller | N02BB02 | анальгин, баралгин, баралгин м, метамизол | analgin, novalgetol, dipyrone, novalgin, baralgin
paracetamol | парацетамол | paracetamol | painkiller hepatotoxic_drug | N02BE01 | панадол, эффералган, цефекон д, калпол, парацетамол экстра, детский панадол | acetaminophen, tylenol, panadol, febricet, efferalgan, daleron
allopurinol | аллопуринол | allopurinol | gout_drug | M04AA01 | пуринол, милурит, аллупол | zyloric, zyloprim, alopurinol, milurit
febuxostat | фебуксостат | febuxostat | gout_drug | M04AA03 | аденурик, подагрель, азурикс | adenuric, uloric, fungitoc
colchicine | колхицин | colchicine | gout_drug | M04AC01 | колхикум-дисперт, колхимин | colchicum, colcrys, kolhicin
`

const stomach = `
omeprazole | омепразол | omeprazole | ppi | A02BC01 | омез, лосек, ультоп, гастрозол, ортанол, омитокс | prilosec, losec, omeprol, ortanol, omezol
esomeprazole | эзомепразол | esomeprazole | ppi | A02BC05 | нексиум, эманера, нео-зекст, некспро, эсомепразол | nexium, emanera, emozul
pantoprazole | пантопразол | pantoprazole | ppi | A02BC02 | нольпаза, контролок, санпраз, панум, кросацид | protonix, controloc, nolpaza, panrazol
rabeprazole | рабепразол | rabeprazole | ppi | A02BC04 | париет, разо, берета, онтайм, хайрабезол | pariet, aciphex
lansoprazole | лансопразол | lansoprazole | ppi | A02BC03 | ланзап, эпикур, ланцид, ланзабел | prevacid, lanzul
famotidine | фамотидин | famotidine | h2_blocker | A02BA03 | квамател, фамосан, ульфамид, гастросидин | pepcid, famosan, ulfamid, quamatel
ranitidine | ранитидин | ranitidine | h2_blocker | A02BA02 | зантак, ранисан, ацилок, гистак | zantac, ranisan, ranital
cimetidine | циметидин | cimetidine | h2_blocker | A02BA01 | гистодил, тагамет | tagamet
aluminium_magnesium_hydroxide | алгелдрат + магния гидроксид | aluminium hydroxide with magnesium hydroxide | antacid_aluminium | A02AD01 | маалокс, алмагель, гастал, алюмаг, палмагель, алмагель а, алмагель нео, альмагель | maalox, almagel, gastal, mylanta, aluminium hydroxide, aluminum hydroxide
aluminium_phosphate | алюминия фосфат | aluminium phosphate | antacid_aluminium | A02AB03 | фосфалюгель, гефал | phosphalugel, aluminum phosphate
sucralfate | сукральфат | sucralfate | antacid_aluminium | A02BX02 | вентер | carafate, venter, sucralfat
bismuth | висмута трикалия дицитрат | bismuth subcitrate | ulcer_drug | A02BX05 | де-нол, новобисмол, улькавис, эскейп, висмут | de-nol, bismuth, pepto-bismol, ulcamed, bismuth subsalicylate
rebamipide | ребамипид | rebamipide | ulcer_drug | A02BX14 | ребагит, регастим гастро, гастростат | mucosta, rebagit
domperidone | домперидон | domperidone | prokinetic | A03FA03 | мотилиум, мотилак, пассажикс | motilium, tametil
metoclopramide | метоклопрамид | metoclopramide | prokinetic | A03FA01 | церукал, реглан, метамол | reglan, klometol, cerucal
itopride | итоприд | itopride | prokinetic | A03FA07 | ганатон, итомед, прайм | ganaton
ondansetron | ондансетрон | ondansetron | antiemetic | A04AA01 | зофран, латран, эметрон, осетрон | zofran, ondasan
loperamide | лоперамид | loperamide | antidiarrhoeal | A07DA03 | имодиум, лопедиум, диара | imodium, seldiar
drotaverine | дротаверин | drotaverine | antispasmodic | A03AD02 | но-шпа, ношпа, спазмол, спазмонет | no-spa, nospa
mebeverine | мебеверин | mebeverine | antispasmodic | A03AA04 | дюспаталин, ниаспам, спарекс | duspatalin, colofac, rudakol
trimebutine | тримебутин | trimebutine | antispasmodic | A03AA05 | тримедат, необутин | trimedat, debridat
ursodeoxycholic_acid | урсодезоксихолевая кислота | ursodeoxycholic acid | bile_drug liver_medicine | A05AA02 | урсосан, урсофальк, урдокса, ливодекса, эксхол, удхк | ursodiol, ursofalk, udca, ursosan
pancreatin | панкреатин | pancreatin | enzymes | A09AA02 | креон, мезим, микразим, пангрол, эрмиталь, фестал, мезим форте | creon, kreon, mezym, pancrelipase
lactulose | лактулоза | lactulose | laxative_drug | A06AD11 | дюфалак, нормазе, гудлак, порталак, лактусан | duphalac, laktuloza, portalak, enulose
macrogol | макрогол | macrogol | laxative_drug | A06AD15 | форлакс, фортранс, лавакол, мовипреп | polyethylene glycol, miralax, forlax, moviprep, movicol
bisacodyl | бисакодил | bisacodyl | laxative_drug | A06AB02 | дульколакс, бисакодил-акри | dulcolax
sodium_picosulfate | натрия пикосульфат | sodium picosulfate | laxative_drug | A06AB08 | гутталакс, слабилен, гуттасил | guttalax, picolax
orlistat | орлистат | orlistat | weight_drug | A08AB01 | ксеникал, орсотен, листата, орсотен слим | xenical, alli, orsoten
`

const breath = `
theophylline | теофиллин | theophylline | xanthine bronchodilator | R03DA04 | теопэк, теотард, теофедрин | teotard, uniphyl, theo-dur, durofilin
aminophylline | аминофиллин | aminophylline | xanthine bronchodilator | R03DA05 | эуфиллин | euphyllin, aminofilin
doxofylline | доксофиллин | doxofylline | xanthine bronchodilator | R03DA11 | аэрофиллин | ansimar
salbutamol | сальбутамол | salbutamol | bronchodilator | R03AC02 | вентолин, саламол, сальгим, астмасол | albuterol, ventolin, spalmotil, proair
fenoterol | фенотерол | fenoterol | bronchodilator | R03AC04 | беротек | berotec
formoterol | формотерол | formoterol | bronchodilator | R03AC13 | форадил, оксис, атимос | foradil, oxis
tiotropium | тиотропия бромид | tiotropium | bronchodilator | R03BB04 | спирива, спирива респимат, тиотропий | spiriva
budesonide | будесонид | budesonide | inhaled_corticosteroid | R03BA02 | пульмикорт, буденит, тафен назаль | pulmicort, rhinocort, budenofalk
fluticasone | флутиказон | fluticasone | inhaled_corticosteroid | R03BA05 | фликсотид, фликсоназе, авамис, назарел | flovent, flixonase, flonase, avamys
mometasone | мометазон | mometasone | inhaled_corticosteroid | R01AD09 | назонекс, дезринит, нозефрин | nasonex, asmanex, mometasone furoate
beclometasone | беклометазон | beclometasone | inhaled_corticosteroid | R03BA01 | беклазон эко, кленил, насобек | qvar, beclomethasone, clenil
montelukast | монтелукаст | montelukast | leukotriene_blocker | R03DC03 | сингуляр, монтелар, синглон, алмонт | singulair, montelux, alvokast
loratadine | лоратадин | loratadine | antihistamine | R06AX13 | кларитин, ломилан, лорагексал, эролин | claritin, pressing, lorano
desloratadine | дезлоратадин | desloratadine | antihistamine | R06AX27 | эриус, лордестин, дезал, элизей | aerius, clarinex, aleric
cetirizine | цетиризин | cetirizine | antihistamine | R06AE07 | зиртек, зодак, цетрин, парлазин, летизен | zyrtec, letizen, alerid, cetrine
levocetirizine | левоцетиризин | levocetirizine | antihistamine | R06AE09 | ксизал, супрастинекс, зодак экспресс, гленцет | xyzal, alergozal, robenan
fexofenadine | фексофенадин | fexofenadine | antihistamine | R06AX26 | аллегра, телфаст, фексадин, динокс, фексофаст | allegra, telfast, ewofex
ebastine | эбастин | ebastine | antihistamine | R06AX22 | кестин, эспа-бастин | ebastel, kestine
bilastine | биластин | bilastine | antihistamine | R06AX29 | никсар | nixar, bilaxten, bilaska
chloropyramine | хлоропирамин | chloropyramine | antihistamine sedating_antihistamine | R06AC03 | супрастин, хлоропирамин-эском | suprastin, synopen
diphenhydramine | дифенгидрамин | diphenhydramine | antihistamine sedating_antihistamine | R06AA02 | димедрол, псило-бальзам | benadryl, zzzquil, dimedrol, nytol
clemastine | клемастин | clemastine | antihistamine sedating_antihistamine | R06AA04 | тавегил | tavegil, tavist
pseudoephedrine | псевдоэфедрин | pseudoephedrine | decongestant stimulant_drug | R01BA02 | судафед | sudafed, pseudoefedrin
phenylephrine | фенилэфрин | phenylephrine | decongestant | R01BA03 | назол бэби, мезатон | neo-synephrine, sudafed pe
xylometazoline | ксилометазолин | xylometazoline | nasal_decongestant | R01AA07 | тизин, отривин, ксимелин, снуп, галазолин, длянос, риностоп | otrivin, otrivine, olynth
oxymetazoline | оксиметазолин | oxymetazoline | nasal_decongestant | R01AA05 | називин, назол, африн, викс актив синекс | afrin, nasivin, operil
ambroxol | амброксол | ambroxol | mucolytic | R05CB06 | лазолван, амбробене, флавамед, амброгексал, халиксол | mucosolvan, flavamed
bromhexine | бромгексин | bromhexine | mucolytic | R05CB02 | бромгексин берлин-хеми, солвин | bisolvon, bromheksin
`

const rest = `
penicillamine | пеницилламин | penicillamine | penicillin_chelator | M01CC01 | купренил, артамин | cuprenil, cuprimine, depen, metalcaptase
trientine | триентин | trientine | penicillin_chelator | A16AX12 | куприор, триентина гидрохлорид | syprine, cuprior
deferoxamine | дефероксамин | deferoxamine | iron_chelator | V03AC01 | десферал | desferal, desferrioxamine
deferiprone | деферипрон | deferiprone | iron_chelator | V03AC02 | ферипрокс | ferriprox
deferasirox | деферазирокс | deferasirox | iron_chelator hepatotoxic_drug | V03AC03 | эксиджад, джадену | exjade, jadenu
sevelamer | севеламер | sevelamer | phosphate_binder | V03AE02 | ренвела, селамерекс, ренагель | renvela, renagel
disulfiram | дисульфирам | disulfiram | alcohol_drug hepatotoxic_drug | N07BB01 | тетурам, эспераль, антабус, лидевин | antabuse, esperal
naltrexone | налтрексон | naltrexone | alcohol_drug | N07BB04 | вивитрол, антаксон | vivitrol, revia
varenicline | варениклин | varenicline | smoking_drug | N07BA03 | чампикс | chantix, champix
cytisine | цитизин | cytisine | smoking_drug | N07BA04 | табекс, цитизиниклин | tabex, desmoxan, cytisinicline
nicotine | никотин | nicotine | smoking_drug | N07BA01 | никоретте, никотиновый пластырь, никотиновая жвачка, никотиновые паучи, снюс | nicorette, nicotine patch, nicotine gum, niquitin, nicotine pouches, nicotine pouch, zyn, snus
oxybutynin | оксибутинин | oxybutynin | bladder_drug | G04BD04 | дриптан | ditropan, driptane
mirabegron | мирабегрон | mirabegron | bladder_drug | G04BD12 | бетмига | betmiga, myrbetriq
solifenacin | солифенацин | solifenacin | bladder_drug | G04BD08 | везикар | vesicare
timolol | тимолол | timolol eye drops | beta_blocker | S01ED01 | арутимол, окумед, тимолола малеат | timolol, timoptic, glaumol, arutimol
latanoprost | латанопрост | latanoprost | glaucoma_drops | S01EE01 | ксалатан, глаупрост, пролатан | xalatan, latanox, unilat
pilocarpine | пилокарпин | pilocarpine | glaucoma_drops | S01EB01 | пилокарпина гидрохлорид | isopto carpine
quinine | хинин | quinine | antimalarial | P01BC01 | хинина сульфат | qualaquin, quinine sulfate
erythropoietin | эпоэтин | epoetin | blood_growth_factor | B03XA01 | эпокрин, эральфон, рекормон, мирцера, аранесп, эритропоэтин, дарбэпоэтин | epogen, eprex, recormon, aranesp, mircera, erythropoietin, darbepoetin
interferon_beta | интерферон бета | interferon beta | ms_drug | L03AB07 | ребиф, авонекс, бетаферон | avonex, rebif, betaferon
`

const mixed = `
ibuprofen_paracetamol | ибупрофен + парацетамол | ibuprofen with paracetamol | nsaid painkiller hepatotoxic_drug | ibuprofen paracetamol | N02BE51 | ибуклин, брустан, некст, нурофен интенсив, ибуклин юниор | combogesic, nuromol, maxigesic, advil dual action
ibuprofen_codeine | ибупрофен + кодеин | ibuprofen with codeine | nsaid opioid painkiller | ibuprofen codeine | N02AJ08 | нурофен плюс | nurofen plus
percocet | оксикодон + парацетамол | oxycodone with paracetamol | opioid painkiller hepatotoxic_drug | oxycodone paracetamol | N02AJ17 | перкосет | percocet, endocet
cold_powder | парацетамол + фенилэфрин + фенирамин | paracetamol with phenylephrine and pheniramine | painkiller hepatotoxic_drug decongestant sedating_antihistamine antihistamine | paracetamol phenylephrine | N02BE51 | терафлю, фервекс, ринза, ринзасип, колдрекс, антигриппин, простудокс, порошок от простуды | theraflu, coldrex, fervex, lemsip, dayquil, defebrol
citramon | ацетилсалициловая кислота + кофеин + парацетамол | aspirin with caffeine and paracetamol | nsaid salicylate antiplatelet painkiller hepatotoxic_drug | aspirin paracetamol | N02BA51 | цитрамон, аскофен, экседрин, цитрамон п, цитрапар, аквацитрамон | excedrin, citramon, kafetin cold
alka_seltzer | ацетилсалициловая кислота + натрия гидрокарбонат + лимонная кислота | aspirin with sodium bicarbonate and citric acid | nsaid salicylate antiplatelet | aspirin | N02BA51 | алка-зельтцер, алка зельцер, алказельцер | alka-seltzer
nyquil | парацетамол + декстрометорфан + доксиламин | paracetamol with dextromethorphan and doxylamine | painkiller hepatotoxic_drug opioid_serotonergic sedating_antihistamine | paracetamol dextromethorphan doxylamine | N02BE51 | найквил | nyquil, night nurse
pentalgin | дротаверин + кофеин + напроксен + парацетамол + фенирамин | naproxen with paracetamol, drotaverine and caffeine | nsaid painkiller hepatotoxic_drug sedating_antihistamine antihistamine antispasmodic | drotaverine naproxen paracetamol | N02BE51 | пенталгин | pentalgin
kafetin | кодеин + кофеин + парацетамол + пропифеназон | paracetamol with codeine, caffeine and propyphenazone | opioid painkiller hepatotoxic_drug | codeine paracetamol | N02BE51 | каффетин | caffetin, kafetin
spasmalgon | метамизол натрия + питофенон + фенпивериния бромид | metamizole with pitofenone and fenpiverinium | painkiller antispasmodic | metamizole | A03DA02 | спазмалгон, спазган, максиган, брал, ревалгин | spasmalgon
naproxen_esomeprazole | напроксен + эзомепразол | naproxen with esomeprazole | nsaid ppi | naproxen esomeprazole | M01AE52 | вимово | vimovo
diclofenac_misoprostol | диклофенак + мизопростол | diclofenac with misoprostol | nsaid | diclofenac | M01AB55 | артротек | arthrotec
budesonide_formoterol | будесонид + формотерол | budesonide with formoterol | inhaled_corticosteroid bronchodilator | budesonide formoterol | R03AK07 | симбикорт, симбикорт турбухалер, дуоресп, форадил комби | symbicort, duoresp, bufomix
fluticasone_salmeterol | салметерол + флутиказон | fluticasone with salmeterol | inhaled_corticosteroid bronchodilator | fluticasone | R03AK06 | серетид, тевакомб, салмекорт | seretide, advair, airflusal
beclometasone_formoterol | беклометазон + формотерол | beclometasone with formoterol | inhaled_corticosteroid bronchodilator | beclometasone formoterol | R03AK08 | фостер | foster inhaler, fostair
ipratropium_fenoterol | ипратропия бромид + фенотерол | ipratropium with fenoterol | bronchodilator | fenoterol | R03AL01 | беродуал, ипратерол | berodual, duovent
timolol_dorzolamide | дорзоламид + тимолол | dorzolamide with timolol | beta_blocker glaucoma_drops | timolol | S01ED51 | косопт, дорзопт плюс | cosopt, glaumax
naltrexone_bupropion | бупропион + налтрексон | bupropion with naltrexone | antidepressant weight_drug alcohol_drug | bupropion naltrexone | A08AA62 | контрейв | contrave, mysimba
`

export const COMMON: readonly Drug[] = [...singles([pain, stomach, breath, rest].join('\n')), ...combinations(mixed)]
