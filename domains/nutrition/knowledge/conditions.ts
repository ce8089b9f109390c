/**
 * Conditions that rules name, with what people call them. An everyday word belongs to the condition it really means;
 * a vague one ("щитовидка", "сердце") to a broader parent. A rule on a parent holds for every child.
 * Pregnancy, breastfeeding and trying to conceive are stages of life: they are here for their names.
 */
import { rows } from './rows.ts'
import { type Condition, listed } from './shapes.ts'

// id | parent | Russian name | English name | other Russian names | other English names
const stages = `
pregnancy | | беременность | pregnancy | беременна, я беременна, жду ребёнка, в положении | pregnant, expecting, expecting a baby
breastfeeding |  | грудное вскармливание | breastfeeding | кормлю грудью, гв, на гв, кормящая, кормящая мама, лактация, кормление грудью, грудное молоко | lactation, nursing, breast feeding, lactating, breast milk
trying_to_conceive | | планирование беременности | trying to conceive | планирую беременность, планируем ребёнка, хочу забеременеть, подготовка к беременности | ttc, planning pregnancy, trying for a baby
smoking | | курение | smoking | курю, курящий, курильщик, сигареты, вейп, курящая | smoker, i smoke, cigarettes, vaping
alcohol_dependence | | зависимость от алкоголя | alcohol dependence | алкоголизм, алкогольная зависимость | alcoholism, alcohol use disorder
menopause | | менопауза | menopause | климакс, постменопауза | postmenopause, postmenopausal, menopausal
`

const heart = `
cardiovascular_disease | | болезнь сердца и сосудов | cardiovascular disease | сердечно-сосудистые заболевания, ссз, болезни сердца и сосудов | cvd, heart and vessel disease
heart_disease | cardiovascular_disease | болезнь сердца | heart disease | больное сердце, проблемы с сердцем, сердце, болезни сердца | heart problems, cardiac disease, heart condition
hypertension | cardiovascular_disease | гипертония | hypertension | давление, высокое давление, повышенное давление, артериальная гипертензия, артериальная гипертония, гипертензия, гипертоническая болезнь, аг, гипертоник, гипертоничка | high blood pressure, high bp, htn, arterial hypertension, hypertensive
uncontrolled_hypertension | hypertension | гипертония без контроля | uncontrolled hypertension | неконтролируемая гипертония, неконтролируемое давление, давление не сбивается, очень высокое давление, гипертонический криз | uncontrolled high blood pressure, resistant hypertension, hypertensive crisis
low_blood_pressure |  | низкое давление | low blood pressure | гипотония, пониженное давление, артериальная гипотензия, гипотензия, гипотоник, гипотоничка | hypotension, low bp, hypotensive
orthostatic_hypotension | low_blood_pressure | ортостатическая гипотензия | orthostatic hypotension | давление падает при вставании, ортостатическая гипотония | postural hypotension
heart_failure | heart_disease | сердечная недостаточность | heart failure | хсн, хроническая сердечная недостаточность, слабость сердца | chf, congestive heart failure, chronic heart failure
high_cardiovascular_risk | cardiovascular_disease | высокий риск болезней сердца и сосудов | high cardiovascular risk | высокий сердечно-сосудистый риск, атеросклероз | high cv risk, atherosclerosis
coronary_disease | high_cardiovascular_risk | ишемическая болезнь сердца | coronary artery disease | ибс, стенокардия, ишемия сердца, коронарная болезнь, стент, стентирование, шунтирование | cad, angina, coronary heart disease, ischaemic heart disease, ischemic heart disease, coronary stent
myocardial_infarction | coronary_disease | инфаркт миокарда | heart attack | инфаркт, перенесённый инфаркт, инфаркт в прошлом | myocardial infarction, past heart attack
recent_myocardial_infarction | myocardial_infarction | недавний инфаркт миокарда | recent heart attack | недавний инфаркт, свежий инфаркт, острый инфаркт | recent myocardial infarction, acute myocardial infarction
stroke | cardiovascular_disease | инсульт | stroke | перенесённый инсульт, транзиторная ишемическая атака, онмк | tia, transient ischaemic attack, past stroke
arrhythmia | heart_disease | аритмия | arrhythmia | нарушение ритма сердца, нарушения ритма, экстрасистолия, экстрасистолы, перебои в сердце | irregular heartbeat, heart rhythm disorder, extrasystoles, ectopic beats
tachyarrhythmia | arrhythmia | тахиаритмия | tachyarrhythmia | тахикардия, приступы тахикардии, пароксизмальная тахикардия, наджелудочковая тахикардия | tachycardia, svt, supraventricular tachycardia
atrial_fibrillation | tachyarrhythmia | фибрилляция предсердий | atrial fibrillation | мерцательная аритмия, мерцалка, фп, трепетание предсердий | afib, a-fib, atrial flutter
long_qt | arrhythmia | удлинённый интервал QT | long QT | синдром удлинённого qt, удлинение qt, длинный qt | long qt syndrome, prolonged qt, lqts
av_block | arrhythmia | АВ-блокада | AV block | ав блокада, атриовентрикулярная блокада, блокада сердца | heart block, atrioventricular block
thrombosis | cardiovascular_disease | тромбоз | thrombosis | тромбы, тромбофлебит, тэла, тромбоз глубоких вен, тромбофилия | blood clots, dvt, deep vein thrombosis, pulmonary embolism, thrombophilia
varicose_veins | | варикоз | varicose veins | варикозное расширение вен, расширение вен | varicose vein
high_cholesterol | | высокий холестерин | high cholesterol | повышенный холестерин, холестерин, гиперхолестеринемия, дислипидемия | hypercholesterolaemia, hypercholesterolemia, raised cholesterol, dyslipidaemia
bleeding_disorder | | склонность к кровотечениям | bleeding disorder | гемофилия, нарушение свёртываемости, плохая свёртываемость, тромбоцитопения, болезнь виллебранда | haemophilia, hemophilia, low platelets, thrombocytopenia, von willebrand disease
active_bleeding | | кровотечение сейчас | active bleeding | кровотечение, внутреннее кровотечение, желудочное кровотечение | bleeding, internal bleeding, gastrointestinal bleeding
adenosine_test | | проба с аденозином или дипиридамолом | adenosine or dipyridamole test | стресс-тест сердца с аденозином, нагрузочная проба с дипиридамолом, проба с аденозином | adenosine stress test, dipyridamole test, pharmacological stress test
`

const organs = `
kidney_disease | | болезнь почек | kidney disease | больные почки, проблемы с почками, почки, нефропатия | kidney problems, renal disease
ckd | kidney_disease | хроническая болезнь почек | chronic kidney disease | хбп, хпн, почечная недостаточность, хроническая почечная недостаточность, сниженная функция почек | chronic renal failure, reduced kidney function, renal impairment, renal insufficiency
kidney_failure | ckd | терминальная почечная недостаточность | kidney failure | диализ, гемодиализ, отказ почек, хбп 5, хбп с5 | dialysis, renal failure, esrd, end-stage kidney disease
single_kidney | kidney_disease | единственная почка | single kidney | одна почка, удалена почка, нефрэктомия | one kidney, solitary kidney, nephrectomy
kidney_stones | kidney_disease | камни в почках | kidney stones | мочекаменная болезнь, мкб, почечнокаменная болезнь, камень в почке, нефролитиаз, уролитиаз, песок в почках | kidney stone, nephrolithiasis, urolithiasis, renal stones
calcium_stones | kidney_stones | кальциевые камни в почках | calcium kidney stones | кальциевые камни, камни из кальция | calcium stones
oxalate_stones | calcium_stones | оксалатные камни в почках | oxalate kidney stones | оксалатные камни, оксалаты, оксалаты в моче, оксалурия | oxalate stones, calcium oxalate stones, hyperoxaluria
liver_disease | | болезнь печени | liver disease | больная печень, проблемы с печенью, печень, печёночная недостаточность, повышены печёночные пробы, высокие алт и аст | liver problems, hepatic impairment, raised liver enzymes, liver failure
hepatitis | liver_disease | гепатит | hepatitis | гепатит b, гепатит c, гепатит с, гепатит в, вирусный гепатит | hepatitis b, hepatitis c, viral hepatitis
fatty_liver | liver_disease | жировой гепатоз | fatty liver | жировая болезнь печени, стеатоз печени, нажбп, стеатогепатит | nafld, masld, fatty liver disease, steatohepatitis
cirrhosis | liver_disease | цирроз печени | cirrhosis | цирроз | liver cirrhosis
hepatic_encephalopathy | cirrhosis | печёночная энцефалопатия | hepatic encephalopathy | энцефалопатия из-за печени | liver encephalopathy
cholestasis | liver_disease | холестаз | cholestasis | застой желчи | bile stasis
gilbert_syndrome | | синдром Жильбера | Gilbert's syndrome | жильбер, болезнь жильбера | gilbert syndrome, gilberts
gallbladder_disease | | болезнь желчного пузыря | gallbladder disease | желчный пузырь, проблемы с желчным, больной желчный, холецистит | gallbladder problems, cholecystitis
gallstones | gallbladder_disease | камни в желчном пузыре | gallstones | желчнокаменная болезнь, жкб, камни в желчном, камень в желчном пузыре | gallstone, cholelithiasis
bile_duct_obstruction | gallbladder_disease | закупорка желчных протоков | bile duct obstruction | камень в желчном протоке, непроходимость желчных путей, механическая желтуха | blocked bile duct, biliary obstruction
stomach_disease | | болезнь желудка | stomach disease | больной желудок, проблемы с желудком, желудок, повышенная кислотность | stomach problems
gastritis | stomach_disease | гастрит | gastritis | эрозивный гастрит, атрофический гастрит | erosive gastritis
gastric_ulcer | stomach_disease | язва желудка или двенадцатиперстной кишки | peptic ulcer | язва, язва желудка, язвенная болезнь, язва двенадцатиперстной кишки, язва 12-перстной кишки | ulcer, stomach ulcer, gastric ulcer, duodenal ulcer
reflux | stomach_disease | рефлюкс | reflux | гэрб, изжога, рефлюксная болезнь, рефлюкс-эзофагит | gerd, gord, heartburn, acid reflux
ibd | | воспалительная болезнь кишечника | inflammatory bowel disease | болезнь крона, язвенный колит, няк, крон, взк | ibd, crohn's disease, crohns, ulcerative colitis
ibs | | синдром раздражённого кишечника | irritable bowel syndrome | срк, раздражённый кишечник | ibs
bowel_obstruction | | непроходимость кишечника | bowel obstruction | кишечная непроходимость, сужение кишечника | intestinal obstruction, bowel stricture, ileus
dysphagia | | трудно глотать | dysphagia | дисфагия, нарушение глотания, сужение пищевода | swallowing problems, difficulty swallowing, trouble swallowing
constipation | | запор | constipation | запоры | constipated
pancreatitis | | панкреатит | pancreatitis | поджелудочная, больная поджелудочная | pancreas problems
asthma |  | астма | asthma | бронхиальная астма, астматик | bronchial asthma, asthmatic
copd | | ХОБЛ | COPD | хроническая обструктивная болезнь лёгких, эмфизема | chronic obstructive pulmonary disease, emphysema
glaucoma | | глаукома | glaucoma | внутриглазное давление, глазное давление | high eye pressure, raised eye pressure
leber_optic_atrophy | | атрофия зрительных нервов Лебера | Leber's optic atrophy | болезнь лебера, нейропатия лебера, наследственная оптическая нейропатия лебера | leber optic atrophy, leber hereditary optic neuropathy, lhon
asbestos_exposure | | работа с асбестом | asbestos exposure | асбест, контакт с асбестом | worked with asbestos, asbestosis
`

const metabolism = `
diabetes |  | сахарный диабет | diabetes | диабет, сд, повышенный сахар, высокий сахар, сахар в крови, диабетик, диабетичка | diabetic, high blood sugar, diabetes mellitus
diabetes_1 | diabetes | сахарный диабет 1 типа | type 1 diabetes | диабет 1 типа, диабет первого типа, сд1, сд 1 типа, инсулинозависимый диабет | diabetes type 1, t1d, type one diabetes
diabetes_2 | diabetes | сахарный диабет 2 типа | type 2 diabetes | диабет 2 типа, диабет второго типа, сд2, сд 2 типа | diabetes type 2, t2d, type two diabetes
insulin_resistance | | инсулинорезистентность | insulin resistance | преддиабет, нарушение толерантности к глюкозе | prediabetes
obesity | | ожирение | obesity | лишний вес, избыточный вес | obese, overweight
thyroid_disease | | болезнь щитовидной железы | thyroid disease | щитовидка, больная щитовидка, проблемы с щитовидкой, проблемы со щитовидкой, щитовидная железа, узлы щитовидки, зоб | thyroid problems, thyroid, goitre, goiter, thyroid nodules
hypothyroidism | thyroid_disease | гипотиреоз | hypothyroidism | пониженная функция щитовидки, гипофункция щитовидной железы, удалена щитовидка | underactive thyroid, low thyroid, hypothyroid
hyperthyroidism | thyroid_disease | гипертиреоз | hyperthyroidism | повышенная функция щитовидки, базедова болезнь, болезнь грейвса, диффузный токсический зоб, дтз, токсический зоб | overactive thyroid, graves disease, graves' disease
thyrotoxicosis | hyperthyroidism | тиреотоксикоз | thyrotoxicosis | тиротоксикоз, избыток гормонов щитовидки | thyroid storm
autoimmune_thyroiditis | autoimmune_disease | аутоиммунный тиреоидит | autoimmune thyroiditis | аит, хашимото, тиреоидит хашимото, хаит, аутоимунный тиреоидит | hashimoto, hashimoto's, hashimoto's thyroiditis, hashimotos
primary_hyperparathyroidism | | первичный гиперпаратиреоз | primary hyperparathyroidism | гиперпаратиреоз, аденома паращитовидной железы | hyperparathyroidism, parathyroid adenoma
addison | | болезнь Аддисона | Addison's disease | надпочечниковая недостаточность, аддисон, недостаточность надпочечников | addison's, adrenal insufficiency, addison disease
iron_overload | | избыток железа | iron overload | высокий ферритин, повышенный ферритин, перегрузка железом, гемосидероз | high ferritin, haemosiderosis, hemosiderosis
haemochromatosis | iron_overload | гемохроматоз | haemochromatosis | наследственный гемохроматоз | hemochromatosis, hereditary haemochromatosis
transfusional_overload | iron_overload | избыток железа после переливаний | iron overload from transfusions | частые переливания крови, посттрансфузионная перегрузка железом | transfusional iron overload, regular blood transfusions
thalassaemia | | талассемия | thalassaemia | бета-талассемия, большая талассемия | thalassemia, beta thalassaemia, thalassaemia major
iron_deficiency | | дефицит железа | iron deficiency | железодефицит, низкий ферритин, железодефицитная анемия, жда, низкое железо, латентный дефицит железа | low iron, low ferritin, iron deficiency anaemia, iron deficiency anemia
b12_deficiency | | дефицит витамина B12 | vitamin B12 deficiency | дефицит b12, дефицит в12, б12-дефицитная анемия, пернициозная анемия, низкий b12 | low b12, b12 deficiency, pernicious anaemia, pernicious anemia
anaemia |  | анемия | anaemia | малокровие, низкий гемоглобин | anemia, low haemoglobin, low hemoglobin, anaemic, anemic
vitamin_d_deficiency | | дефицит витамина D | vitamin D deficiency | дефицит витамина д, низкий витамин д, недостаток витамина д | low vitamin d
wilson | | болезнь Вильсона | Wilson's disease | болезнь вильсона-коновалова, гепатолентикулярная дегенерация, избыток меди | wilson disease, wilsons disease, copper overload
hypercalcaemia | | высокий кальций в крови | hypercalcaemia | гиперкальциемия, повышенный кальций | hypercalcemia, high calcium, high blood calcium
hypercalciuria | | много кальция в моче | hypercalciuria | гиперкальциурия, кальций в моче повышен | high urine calcium
hypervitaminosis_d | | избыток витамина D | hypervitaminosis D | гипервитаминоз д, гипервитаминоз d, передозировка витамина д, избыток витамина д | vitamin d toxicity, high vitamin d
hyperkalaemia | | высокий калий в крови | hyperkalaemia | гиперкалиемия, повышенный калий, высокий калий | hyperkalemia, high potassium
hypokalaemia | | низкий калий в крови | hypokalaemia | гипокалиемия, пониженный калий, низкий калий | hypokalemia, low potassium
gout | | подагра | gout | высокая мочевая кислота, повышенная мочевая кислота, гиперурикемия | high uric acid, hyperuricaemia, hyperuricemia
osteoporosis | | остеопороз | osteoporosis | остеопения | osteopenia
g6pd_deficiency | | дефицит Г6ФД | G6PD deficiency | дефицит г6фдг, дефицит g6pd, фавизм, дефицит глюкозо-6-фосфатдегидрогеназы | g6pd, favism, glucose-6-phosphate dehydrogenase deficiency
pku | | фенилкетонурия | phenylketonuria | фку | pku
maple_syrup_urine_disease | | болезнь кленового сиропа | maple syrup urine disease | лейциноз, болезнь мочи с запахом кленового сиропа | msud
trimethylaminuria | | триметиламинурия | trimethylaminuria | синдром рыбного запаха | fish odour syndrome, fish odor syndrome, tmau
galactosaemia | | галактоземия | galactosaemia | | galactosemia
lactose_intolerance | | непереносимость лактозы | lactose intolerance | лактазная недостаточность, не переношу лактозу | lactose intolerant, lactase deficiency
fructose_intolerance | | непереносимость фруктозы | fructose intolerance | фруктоземия, непереносимость сорбита, фруктозная непереносимость | hereditary fructose intolerance, fructose malabsorption, sorbitol intolerance
insulin_autoimmune_syndrome | autoimmune_disease | инсулиновый аутоиммунный синдром | insulin autoimmune syndrome | болезнь хираты, синдром хираты | hirata disease, hirata's disease
coeliac | autoimmune_disease | целиакия | coeliac disease | глютеновая энтеропатия | celiac disease, coeliac, celiac
`

const mind = `
epilepsy | | эпилепсия | epilepsy | эпилептические приступы, судорожные приступы, судорожный синдром, эпиприступы | seizures, seizure disorder, epileptic, epileptic fits
migraine | | мигрень | migraine | мигрени | migraines
headache | | частые головные боли | frequent headaches | головные боли, головная боль напряжения | headaches, tension headache
neuropathy | | нейропатия | neuropathy | полинейропатия, невропатия, онемение рук и ног, полиневропатия | peripheral neuropathy, polyneuropathy, nerve damage
parkinson | | болезнь Паркинсона | Parkinson's disease | паркинсон, паркинсонизм | parkinsons, parkinson's, parkinson disease
dementia | | деменция | dementia | альцгеймер, болезнь альцгеймера | alzheimer's, alzheimers, alzheimer's disease
myasthenia_gravis | autoimmune_disease | миастения | myasthenia gravis | миастения гравис | myasthenia
als | | боковой амиотрофический склероз | amyotrophic lateral sclerosis | бас, болезнь шарко | als, motor neurone disease, lou gehrig's disease
depression | | депрессия | depression | депрессивное расстройство, клиническая депрессия | major depression, depressive disorder, depressed
anxiety_disorder | | тревожное расстройство | anxiety disorder | тревога, тревожность, гтр, генерализованное тревожное расстройство | anxiety, gad, generalised anxiety disorder, generalized anxiety disorder
panic_disorder | anxiety_disorder | паническое расстройство | panic disorder | панические атаки, паническая атака | panic attacks, panic attack
ptsd | anxiety_disorder | посттравматическое стрессовое расстройство | PTSD | птср | post-traumatic stress disorder
bipolar | | биполярное расстройство | bipolar disorder | бар, биполярка, маниакально-депрессивный психоз, мдп, биполярное аффективное расстройство | bipolar, manic depression
mania | bipolar | мания | mania | гипомания, маниакальный эпизод | hypomania, manic episode
psychosis | | психоз | psychosis | психотическое расстройство | psychotic disorder
schizophrenia | psychosis | шизофрения | schizophrenia | шизоаффективное расстройство | schizoaffective disorder
insomnia | | бессонница | insomnia | плохой сон, не могу уснуть, нарушение сна, инсомния | sleeplessness, trouble sleeping, poor sleep
adhd | | СДВГ | ADHD | синдром дефицита внимания | attention deficit disorder
eating_disorder | | расстройство пищевого поведения | eating disorder | рпп, анорексия, булимия | anorexia, bulimia
`

const immunity = `
autoimmune_disease | | аутоиммунная болезнь | autoimmune disease | аутоиммунное заболевание, аутоиммунные заболевания, аутоимунное заболевание | autoimmune disorder, autoimmune condition
multiple_sclerosis | autoimmune_disease | рассеянный склероз | multiple sclerosis | рс | ms
rheumatoid_arthritis | autoimmune_disease | ревматоидный артрит | rheumatoid arthritis | ревматоидный полиартрит | ra
lupus | autoimmune_disease | красная волчанка | lupus | скв, системная красная волчанка, волчанка | sle, systemic lupus erythematosus
psoriasis | autoimmune_disease | псориаз | psoriasis | псориатический артрит | psoriatic arthritis
bechterew | autoimmune_disease | болезнь Бехтерева | ankylosing spondylitis | анкилозирующий спондилит, спондилоартрит, бехтерев | axial spondyloarthritis
sarcoidosis | | саркоидоз | sarcoidosis | гранулематоз, гранулёматозная болезнь | granulomatous disease
severe_immunosuppression | | сильно ослабленный иммунитет | severe immunosuppression | тяжёлый иммунодефицит, иммунодефицит, иммуносупрессия, нейтропения | immunocompromised, immunodeficiency, neutropenia, immunosuppressed
transplant | severe_immunosuppression | пересадка органа | transplant | трансплантация, пересадка почки, пересадка печени, пересаженная почка, донорский орган, пересадка сердца, пересадка костного мозга | organ transplant, kidney transplant, liver transplant, transplant recipient, bone marrow transplant
central_venous_line | | центральный венозный катетер | central venous line | центральный катетер, порт-система, цвк | central line, picc line, central venous catheter, port-a-cath
hiv | | ВИЧ | HIV | вич-инфекция, вич инфекция, вич положительный | hiv positive, aids, hiv infection
tuberculosis | | туберкулёз | tuberculosis | | tb
common_cold | | простуда | common cold | насморк, орви, орз, грипп, простудилась, простудился | a cold, cold and flu, flu, influenza, runny nose
herpes | | герпес | herpes | простуда на губах, опоясывающий лишай, генитальный герпес | cold sores, shingles, genital herpes
urinary_infection | | инфекция мочевых путей | urinary tract infection | цистит, пиелонефрит | uti, cystitis
cancer | | онкология | cancer | рак, онкологическое заболевание, злокачественная опухоль, опухоль, лечение рака | tumour, tumor, oncology, malignancy
leukaemia | cancer | лейкоз | leukaemia | рак крови, лейкемия, лимфолейкоз, миелолейкоз | leukemia, blood cancer
hormone_sensitive_cancer | cancer | гормонозависимая опухоль | hormone-sensitive cancer | гормонозависимый рак, гормоночувствительный рак, эстрогензависимая опухоль, рак матки, рак эндометрия, рак яичников | oestrogen-sensitive cancer, estrogen-sensitive cancer, hormone receptor positive cancer, endometrial cancer, uterine cancer, ovarian cancer
breast_cancer | hormone_sensitive_cancer | рак груди | breast cancer | рак молочной железы, рмж | history of breast cancer
prostate_cancer | hormone_sensitive_cancer | рак простаты | prostate cancer | рак предстательной железы | prostatic cancer
lung_cancer | cancer | рак лёгкого | lung cancer | рак лёгких | bronchial carcinoma
non_melanoma_skin_cancer | cancer | рак кожи (не меланома) | non-melanoma skin cancer | базалиома, базальноклеточный рак, базальноклеточный рак кожи, плоскоклеточный рак кожи, рак кожи | basal cell carcinoma, skin cancer, squamous cell skin cancer
prostate_enlargement |  | аденома простаты | enlarged prostate | дгпж, увеличение простаты, гиперплазия простаты, аденома | bph, benign prostatic hyperplasia
prostatitis | | простатит | prostatitis | воспаление простаты | inflamed prostate
endometriosis | | эндометриоз | endometriosis | аденомиоз | adenomyosis
fibroids | | миома матки | uterine fibroids | миома | fibroids
pcos | | синдром поликистозных яичников | polycystic ovary syndrome | спкя, поликистоз, поликистоз яичников | pcos
erectile_dysfunction | | эректильная дисфункция | erectile dysfunction | проблемы с потенцией, импотенция | impotence
joint_disease | | болезнь суставов | joint disease | артрит, больные суставы, суставы | joint pain, arthritis
osteoarthritis | joint_disease | артроз | osteoarthritis | остеоартроз, остеоартрит | arthrosis
vegetarian_diet | | вегетарианство | vegetarian diet | вегетарианец, вегетарианка, веган, веганка, веганство, не ем мяса | vegetarian, vegan, vegan diet, plant-based diet
halal_diet | | халяль | halal diet | халяльное питание, кошерное питание, кошер, не ем свинину | halal, kosher, no pork
acne | | акне | acne | угри, прыщи, угревая болезнь | pimples
eczema | | экзема | eczema | атопический дерматит, дерматит, нейродермит | atopic dermatitis
urticaria | | крапивница | urticaria | крапивная сыпь | hives, nettle rash
sleep_apnoea | | апноэ сна | sleep apnoea | апноэ, остановка дыхания во сне | sleep apnea
`

export const CONDITIONS: readonly Condition[] = rows(
  [stages, heart, organs, metabolism, mind, immunity].join('\n'),
  6,
).map(([id = '', parent, ru = '', en = '', otherRu = '', otherEn = '']) => ({
  id,
  name: { ru, en },
  names: { ru: listed(otherRu), en: listed(otherEn) },
  ...(parent ? { parent } : {}),
}))
