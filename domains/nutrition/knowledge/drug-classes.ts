/** Classes of medicines that rules name, with what people call them. A rule on a parent holds for every child. */
import { rows } from './rows.ts'
import { type DrugClass, listed } from './shapes.ts'

// id | parent | Russian name | English name | other Russian names | other English names
const table = `
blood_thinner |  | препараты, разжижающие кровь | blood thinners | кроворазжижающие, препараты для разжижения крови, таблетки для разжижения крови, разжижители крови, антитромботические препараты, кроворазжижающее | blood thinner, blood thinning medicine, antithrombotics, antithrombotic
anticoagulant | blood_thinner | антикоагулянты | anticoagulants | антикоагулянт | anticoagulant
vka | anticoagulant | антагонисты витамина K | vitamin K antagonists | антагонист витамина к, антагонисты витамина к, непрямые антикоагулянты, кумарины | vka, vitamin k antagonist, coumarins, coumarin anticoagulants
doac | anticoagulant | прямые оральные антикоагулянты | direct oral anticoagulants | поак, ноак, новые антикоагулянты, прямые антикоагулянты | doac, doacs, noac, noacs, direct oral anticoagulant
heparins | anticoagulant | гепарины | heparins | низкомолекулярные гепарины, уколы гепарина, нмг | low molecular weight heparin, lmwh
antiplatelet | blood_thinner | антиагреганты | antiplatelet drugs | антиагрегант, антитромбоцитарные препараты, дезагреганты | antiplatelets, antiplatelet
salicylate | | салицилаты | salicylates | салицилат | salicylate
antidepressant | | антидепрессанты | antidepressants | антидепрессант, таблетки от депрессии, препараты от депрессии | antidepressant, depression pills
serotonergic_antidepressant | antidepressant | серотонинергические антидепрессанты | serotonergic antidepressants | серотонинергический антидепрессант | serotonergic antidepressant
ssri | serotonergic_antidepressant | СИОЗС | SSRIs | селективные ингибиторы обратного захвата серотонина, ингибиторы обратного захвата серотонина | ssri, selective serotonin reuptake inhibitor, selective serotonin reuptake inhibitors
snri | serotonergic_antidepressant | СИОЗСН | SNRIs | ингибиторы обратного захвата серотонина и норадреналина | snri, serotonin noradrenaline reuptake inhibitors, serotonin-norepinephrine reuptake inhibitors
tca | serotonergic_antidepressant | трициклические антидепрессанты | tricyclic antidepressants | тца, трициклики, трициклический антидепрессант | tca, tricyclics, tricyclic antidepressant
maoi | antidepressant | ингибиторы МАО | MAO inhibitors | имао, ингибитор мао, ингибиторы моноаминоксидазы | maoi, maois, mao inhibitor, monoamine oxidase inhibitors
linezolid_class | antibiotic | оксазолидиноны | oxazolidinones | оксазолидинон | oxazolidinone, oxazolidinone antibiotics
triptan | | триптаны | triptans | триптан | triptan
opioid | sedative_drug | опиоиды | opioids | опиоид, опиаты, опиоидные обезболивающие, наркотические анальгетики | opioid, opiates, opioid painkillers, narcotic painkillers
opioid_serotonergic | opioid | опиоиды с действием на серотонин | serotonergic opioids | серотонинергические опиоиды | serotonergic opioid
painkiller | | обезболивающие | painkillers | обезболивающее, обезболивающие таблетки, анальгетики, болеутоляющее | painkiller, pain relievers, pain killers, analgesics
nsaid | painkiller | НПВС | NSAIDs | нпвп, нестероидные противовоспалительные, нестероидные противовоспалительные препараты, противовоспалительные обезболивающие | nsaid, non-steroidal anti-inflammatory drugs, anti-inflammatories
hormonal_contraceptive | | гормональные контрацептивы | hormonal contraceptives | противозачаточные, противозачаточные таблетки, гормональные противозачаточные, кок, оральные контрацептивы, комбинированные оральные контрацептивы, контрацептивы, мини-пили, гормональный контрацептив | the pill, birth control, birth control pills, birth control pill, contraceptive pill, oral contraceptives, oral contraceptive, coc, mini-pill, hormonal contraceptive
oestrogen_therapy | | препараты эстрогена | oestrogen therapy | эстрогены, згт, мгт, заместительная гормональная терапия, менопаузальная гормональная терапия | hrt, hormone replacement therapy, estrogen therapy, menopausal hormone therapy
antioestrogen | | антиэстрогены | anti-oestrogens | антиэстроген, ингибиторы ароматазы | antiestrogens, anti-estrogens, aromatase inhibitors
immunosuppressant | | иммунодепрессанты | immunosuppressants | иммуносупрессоры, иммуносупрессанты, иммунодепрессант, подавляющие иммунитет препараты, препараты после пересадки | immunosuppressant, immunosuppressive drugs, anti-rejection drugs
calcineurin_inhibitor | immunosuppressant | ингибиторы кальциневрина | calcineurin inhibitors | ингибитор кальциневрина | calcineurin inhibitor
corticosteroid | | кортикостероиды | corticosteroids | глюкокортикоиды, гкс, гормоны преднизолон, стероиды-гормоны, глюкокортикостероиды, кортикостероид | corticosteroid, steroid tablets, oral steroids, glucocorticoids
antiviral_hiv | | препараты от ВИЧ | HIV medicines | антиретровирусные препараты, арт, арвт, антиретровирусная терапия, терапия вич | antiretrovirals, antiretroviral therapy, hiv meds
hiv_protease_inhibitor | antiviral_hiv | ингибиторы протеазы ВИЧ | HIV protease inhibitors | ингибитор протеазы, ингибиторы протеазы | protease inhibitors, hiv protease inhibitor
nnrti | antiviral_hiv | ННИОТ | NNRTIs | ненуклеозидные ингибиторы обратной транскриптазы | nnrti, non-nucleoside reverse transcriptase inhibitors
integrase_inhibitor | antiviral_hiv | ингибиторы интегразы | integrase inhibitors | ингибитор интегразы | integrase inhibitor, insti
antibiotic | | антибиотики | antibiotics | антибиотик, курс антибиотиков | antibiotic, antibiotic course
fluoroquinolone | antibiotic | фторхинолоны | fluoroquinolones | фторхинолон, хинолоны | fluoroquinolone, quinolones, quinolone antibiotics
tetracycline | antibiotic | тетрациклины | tetracyclines | антибиотики тетрациклинового ряда | tetracycline antibiotics
macrolide | antibiotic | макролиды | macrolides | макролид | macrolide, macrolide antibiotics
aminoglycoside | antibiotic | аминогликозиды | aminoglycosides | аминогликозид | aminoglycoside
antifungal | | противогрибковые | antifungals | противогрибковые препараты, противогрибковое, таблетки от грибка | antifungal, antifungal medicines
azole_antifungal | antifungal | азольные противогрибковые | azole antifungals | азолы, противогрибковые азолы | azoles, azole antifungal
bisphosphonate | | бисфосфонаты | bisphosphonates | бисфосфонат | bisphosphonate
thyroid_hormone |  | гормоны щитовидной железы | thyroid hormones | гормон щитовидной железы, тиреоидные гормоны, гормоны для щитовидки, гормоны щитовидки, таблетки для щитовидки | thyroid hormone, thyroid medication, thyroid pills, thyroid hormone replacement, thyroid meds, thyroid medicine, thyroid pill, thyroid tablets
antithyroid | | тиреостатики | antithyroid drugs | тиреостатик, антитиреоидные препараты, таблетки от гипертиреоза | antithyroid medication, antithyroid drug
antihypertensive | | препараты от давления | blood pressure medicines | таблетки от давления, лекарства от давления, гипотензивные, антигипертензивные, гипотензивные препараты, антигипертензивные препараты | blood pressure tablets, blood pressure pills, blood pressure medication, antihypertensives, antihypertensive, bp meds
ace_inhibitor | antihypertensive | ингибиторы АПФ | ACE inhibitors | иапф, ингибитор апф, апф | acei, ace inhibitor
arb | antihypertensive | сартаны | angiotensin receptor blockers | сартан, бра, блокаторы рецепторов ангиотензина | arbs, arb, sartans, sartan
diuretic | antihypertensive | мочегонные | diuretics | мочегонное, мочегонные таблетки, диуретики, диуретик | diuretic, water pills, water tablets, water pill
potassium_sparing_diuretic | diuretic | калийсберегающие диуретики | potassium-sparing diuretics | калийсберегающий диуретик, калийсберегающие мочегонные | potassium sparing diuretics, potassium-sparing diuretic
thiazide | diuretic | тиазидные диуретики | thiazide diuretics | тиазиды, тиазидный диуретик | thiazides, thiazide diuretic
loop_diuretic | diuretic | петлевые диуретики | loop diuretics | петлевой диуретик | loop diuretic
beta_blocker | antihypertensive | бета-блокаторы | beta blockers | бета блокатор, бета-блокатор, бета блокаторы, бета-адреноблокаторы | beta blocker, beta-blocker, beta-blockers
calcium_channel_blocker | antihypertensive | блокаторы кальциевых каналов | calcium channel blockers | антагонисты кальция, бкк, блокатор кальциевых каналов | calcium channel blocker, ccb, calcium antagonists
alpha2_agonist | antihypertensive | центральные гипотензивные | centrally acting antihypertensives | гипотензивные центрального действия | alpha-2 agonists
alpha_blocker | antihypertensive | альфа-блокаторы | alpha blockers | альфа-адреноблокаторы, альфа блокаторы | alpha blocker, alpha-blockers
nitrate_drug | | нитраты от стенокардии | nitrates for angina | органические нитраты, нитраты для сердца | organic nitrates, nitrate medicines, angina nitrates
pde5_inhibitor | | ингибиторы ФДЭ-5 | PDE5 inhibitors | таблетки для потенции, препараты для эрекции, ингибиторы фдэ5 | pde-5 inhibitors, erectile dysfunction pills, ed pills
cardiac_glycoside | | сердечные гликозиды | cardiac glycosides | гликозиды, сердечный гликозид | digitalis glycosides, cardiac glycoside
antiarrhythmic | | антиаритмики | antiarrhythmics | антиаритмические препараты, таблетки от аритмии | antiarrhythmic, antiarrhythmic drugs
lipid_drug | | препараты от холестерина | cholesterol medicines | таблетки от холестерина, лекарства от холестерина, гиполипидемические препараты | cholesterol pills, cholesterol medication, lipid lowering drugs, lipid-lowering medicines
statin | lipid_drug | статины | statins | статин | statin
fibrate | lipid_drug | фибраты | fibrates | фибрат | fibrate
bile_acid_sequestrant | lipid_drug | секвестранты желчных кислот | bile acid sequestrants | связывающие желчные кислоты | bile acid sequestrant
antidiabetic |  | препараты от диабета | diabetes medicines | сахароснижающие, сахароснижающие препараты, таблетки от диабета, таблетки от сахара, лекарства от диабета, сахароснижающее, лекарство от диабета | diabetes medication, diabetes pills, antidiabetics, glucose lowering drugs, diabetes meds, diabetes medicine
insulin | antidiabetic | инсулины | insulins | уколы инсулина | insulin injections
sulfonylurea | antidiabetic | препараты сульфонилмочевины | sulfonylureas | сульфонилмочевина | sulfonylurea, sulphonylureas
biguanide | antidiabetic | бигуаниды | biguanides | бигуанид | biguanide
sglt2_inhibitor | antidiabetic | глифлозины | SGLT2 inhibitors | ингибиторы нглт-2, ингибиторы sglt2, глифлозин | sglt2 inhibitor, gliflozins, flozins
glp1_agonist | antidiabetic | агонисты ГПП-1 | GLP-1 agonists | аналоги гпп-1, уколы для похудения, агонист гпп-1, агонисты глп-1 | glp-1 agonist, glp1 agonists, glp-1, weight loss injections
dpp4_inhibitor | antidiabetic | глиптины | DPP-4 inhibitors | ингибиторы дпп-4, глиптин | dpp4 inhibitors, gliptins
anticonvulsant | | противосудорожные | anticonvulsants | противоэпилептические препараты, противосудорожные препараты, антиконвульсанты, таблетки от эпилепсии, противосудорожное | anticonvulsant, epilepsy medicines, antiepileptics, anti-seizure medication
enzyme_inducer_anticonvulsant | anticonvulsant | противосудорожные, ускоряющие обмен лекарств | enzyme-inducing anticonvulsants | противосудорожные индукторы ферментов | enzyme inducing antiepileptics, enzyme-inducing antiepileptics
enzyme_inducer | | индукторы ферментов печени | enzyme inducers | индуктор ферментов печени, индукторы cyp3a4 | liver enzyme inducers, cyp3a4 inducers
lithium_salt | | препараты лития | lithium medicines | соли лития, литий по назначению врача | lithium therapy, lithium salts
antipsychotic | | нейролептики | antipsychotics | нейролептик, антипсихотики, антипсихотик | antipsychotic, neuroleptics
phenothiazine | antipsychotic | фенотиазины | phenothiazines | фенотиазин | phenothiazine
sedative_drug | | успокоительные и снотворные | sedatives | успокоительные, успокоительное, снотворное, снотворные, седативные препараты, седативное, таблетки для сна, транквилизаторы | sedative, sleeping pills, sleeping tablets, tranquillisers, tranquilizers, hypnotics
benzodiazepine | sedative_drug | бензодиазепины | benzodiazepines | бензодиазепин, бензо | benzos, benzodiazepine
z_drug | sedative_drug | Z-снотворные | Z-drugs | z-препараты, небензодиазепиновые снотворные | z drugs, z-drug
barbiturate | sedative_drug | барбитураты | barbiturates | барбитурат | barbiturate
sedating_antihistamine | sedative_drug | антигистаминные, вызывающие сонливость | sedating antihistamines | антигистаминные первого поколения | first generation antihistamines, drowsy antihistamines
antihistamine | | антигистаминные | antihistamines | таблетки от аллергии, антигистаминное, противоаллергические | allergy tablets, allergy pills, antihistamine
stimulant_drug | | стимуляторы по рецепту | prescription stimulants | психостимуляторы, лекарства от сдвг | adhd medication, adhd meds, stimulant medication
decongestant | | сосудосуживающие от насморка внутрь | oral decongestants | деконгестанты | decongestants, decongestant
bronchodilator | | бронхолитики | bronchodilators | бронхорасширяющие | bronchodilator, reliever inhaler
xanthine | | ксантины | xanthines | метилксантины | methylxanthines
dopaminergic | | препараты от болезни Паркинсона | Parkinson's medicines | противопаркинсонические препараты, таблетки от паркинсона | parkinson's medication, antiparkinson drugs
levodopa_drug | dopaminergic | препараты леводопы | levodopa medicines | леводопа-содержащие препараты | levodopa preparations
levodopa_alone | levodopa_drug | леводопа без ингибитора декарбоксилазы | levodopa without a decarboxylase inhibitor | чистая леводопа, монопрепарат леводопы | plain levodopa
levodopa_with_inhibitor | levodopa_drug | леводопа с ингибитором декарбоксилазы | levodopa with a decarboxylase inhibitor | комбинированная леводопа | combined levodopa
retinoid_drug | | ретиноиды внутрь | oral retinoids | системные ретиноиды, ретиноиды | retinoids, systemic retinoids
acid_reducer | | препараты от изжоги | acid reducers | таблетки от изжоги, от изжоги, снижающие кислотность | heartburn medicine, heartburn tablets, acid reducing medicines
ppi | acid_reducer | ингибиторы протонной помпы | proton pump inhibitors | ипп, ингибитор протонной помпы | ppi, ppis, proton pump inhibitor
h2_blocker | acid_reducer | H2-блокаторы | H2 blockers | h2 блокаторы, блокаторы h2-рецепторов, блокаторы гистамина h2 | h2 antagonists, h2 blocker
antacid | acid_reducer | антациды | antacids | антацид | antacid
antacid_aluminium | antacid | антациды с алюминием | aluminium antacids | алюминиевые антациды | aluminum antacids
cytostatic | | химиотерапия | chemotherapy | химия, цитостатики, противоопухолевые препараты, противоопухолевая терапия, таргетная терапия, цитостатик | chemo, cytostatics, cancer drugs, targeted therapy
cytostatic_cyp3a4 | cytostatic | цитостатики, которые выводит CYP3A4 | CYP3A4-cleared cytostatics | цитостатики cyp3a4 | cytostatics cleared by cyp3a4
fluoropyrimidine | cytostatic | фторпиримидины | fluoropyrimidines | фторпиримидин | fluoropyrimidine
platinum | cytostatic | препараты платины | platinum drugs | | platinum chemotherapy
hepatotoxic_drug | | лекарства, опасные для печени | liver-toxic medicines | гепатотоксичные препараты, гепатотоксичные лекарства | hepatotoxic drugs, hepatotoxic medicines
penicillin_chelator | | препараты, связывающие медь | copper chelators | хелаторы меди | copper-binding medicines, copper chelating agents
iron_chelator | | препараты, связывающие железо | iron chelators | хелаторы железа | iron chelator, iron-binding medicines
vitamin_d_analogue | | активные формы витамина D | vitamin D analogues | активный витамин д, аналоги витамина д | active vitamin d, vitamin d analogs
laxative_drug | | слабительные | laxatives | слабительное | laxative
`

// Classes no rule names yet: a medicine of them is known, and nothing is found against it.
const others = `
inhaled_corticosteroid | | ингаляционные гормоны | inhaled corticosteroids | гормональный ингалятор, гормональные спреи в нос, ингаляционные кортикостероиды | steroid inhaler, steroid nasal spray, inhaled steroids
progestogen | | прогестагены | progestogens | гестагены, препараты прогестерона | progestins, progestogen
androgen_therapy | | препараты тестостерона | testosterone medicines | заместительная терапия тестостероном | trt, testosterone replacement
antiandrogen | | антиандрогены | anti-androgens | антиандроген | antiandrogens, antiandrogen
fertility_drug | | стимуляторы овуляции | ovulation stimulants | препараты для стимуляции овуляции | fertility drugs, fertility medication
pituitary_hormone | | гормоны гипофиза | pituitary hormones | препараты гормонов гипофиза | pituitary hormone medicines
potassium_raising | | лекарства, повышающие калий | potassium-raising medicines | калийповышающие препараты | potassium raising drugs
antianginal | | препараты от стенокардии | angina medicines | антиангинальные препараты | antianginals, angina medication
metabolic_medicine | | метаболические препараты | metabolic medicines | цитопротекторы, антигипоксанты | metabolic medicine
haemostatic | | кровоостанавливающие | haemostatics | кровоостанавливающее | hemostatics
vein_medicine | | препараты для вен | vein medicines | венотоники, таблетки от варикоза | venotonics, varicose vein tablets
pulmonary_pressure | | препараты от лёгочной гипертензии | pulmonary hypertension medicines | таблетки от лёгочной гипертензии | pulmonary hypertension drugs
blood_growth_factor | | стимуляторы кроветворения | blood growth factors | препараты эритропоэтина | erythropoiesis stimulating agents, esa
antianxiety | | препараты от тревоги | anxiety medicines | противотревожные, анксиолитики, таблетки от тревоги | anxiolytics, anxiety medication, anti-anxiety pills
dementia_drug | | препараты от деменции | dementia medicines | таблетки для памяти при деменции | dementia drugs
nootropic | | ноотропы | nootropics | ноотроп, таблетки для памяти | nootropic, smart drugs
antivertigo | | препараты от головокружения | vertigo medicines | таблетки от головокружения | vertigo tablets
muscle_relaxant | | миорелаксанты | muscle relaxants | миорелаксант | muscle relaxant
antiviral | | противовирусные | antivirals | противовирусное, противогерпетические | antiviral
antimalarial | | противомалярийные | antimalarials | противомалярийное | antimalarial
antiparasitic | | противопаразитарные | antiparasitics | противоглистные, глистогонные, таблетки от глистов | antiparasitic, deworming tablets
bone_antibody | | антитела от остеопороза | bone antibodies | уколы от остеопороза | osteoporosis injections
calcimimetic | | кальцимиметики | calcimimetics | кальцимиметик | calcimimetic
prostate_drug | | препараты от аденомы простаты | prostate medicines | таблетки от простаты | prostate tablets, 5-alpha reductase inhibitors
gout_drug | | препараты от подагры | gout medicines | таблетки от подагры | gout medication
ulcer_drug | | гастропротекторы | stomach protectors | защита желудка | stomach protection
prokinetic | | прокинетики | prokinetics | прокинетик | prokinetic
antiemetic | | противорвотные | antiemetics | таблетки от тошноты, противорвотное | nausea tablets, antiemetic
antidiarrhoeal | | препараты от диареи | antidiarrhoeals | таблетки от поноса, противодиарейные | antidiarrheals, diarrhoea tablets
antispasmodic | | спазмолитики | antispasmodics | спазмолитик | antispasmodic
bile_drug | | препараты желчных кислот | bile acid medicines | таблетки для желчного | bile acids
liver_medicine | | гепатопротекторы | liver protectors | таблетки для печени, гепатопротектор | liver tablets
enzymes |  | ферменты | digestive enzymes | ферменты для пищеварения, пищеварительные ферменты | pancreatic enzymes
weight_drug | | препараты для похудения | weight-loss medicines | таблетки для похудения | weight loss pills, diet pills
leukotriene_blocker | | антилейкотриеновые | leukotriene blockers | антилейкотриеновые препараты | leukotriene receptor antagonists
nasal_decongestant | | капли от насморка | nasal decongestants | сосудосуживающие капли, спрей от насморка | nose drops, decongestant nasal spray
mucolytic | | муколитики | mucolytics | таблетки от мокроты, отхаркивающие | mucolytic, expectorants
phosphate_binder | | препараты, связывающие фосфаты | phosphate binders | фосфатбиндеры | phosphate binder
alcohol_drug | | препараты от зависимостей | addiction medicines | таблетки от алкоголизма | alcohol dependence medicines
smoking_drug | | препараты для отказа от курения | quit-smoking medicines | таблетки от курения | stop smoking medicines, smoking cessation
bladder_drug | | препараты для мочевого пузыря | bladder medicines | таблетки от частого мочеиспускания | overactive bladder medicines
glaucoma_drops | | капли от глаукомы | glaucoma drops | глазные капли от глаукомы | glaucoma eye drops
ms_drug | | препараты от рассеянного склероза | multiple sclerosis medicines | питрс | ms drugs
`

/** "таблетки от давления" in the forms that the plural has no ending for: "таблетку", "таблеток". */
const tablets = (name: string): string[] => {
  const rest = /^таблетки( .+)$/u.exec(name)?.[1]
  return rest === undefined ? [name] : [name, `таблетка${rest}`, `таблеток${rest}`]
}

export const DRUG_CLASSES: readonly DrugClass[] = rows(table + others, 6).map(
  ([id = '', parent, ru = '', en = '', otherRu = '', otherEn = '']) => ({
    id,
    name: { ru, en },
    names: { ru: listed(otherRu).flatMap(tablets), en: listed(otherEn) },
    ...(parent ? { parent } : {}),
  }),
)
