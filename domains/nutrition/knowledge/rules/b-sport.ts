/** R172–R210: creatine, protein, amino acids, beta-alanine, carnitine, ketones, lithium orotate. */
import type { Rule } from '../shapes.ts'
import { rulesOf } from './b-rows.ts'

export const SPORT: readonly Rule[] = rulesOf(`
R172 creatine | Jb avoid | condition:ckd, condition:single_kidney, egfr<60 | kdigo_2024 issn_creatine_2017
При сниженной работе почек или единственной почке креатин даёт лишнюю нагрузку и мешает следить за креатинином. | Не начинайте креатин без нефролога.
With reduced kidney function or a single kidney creatine adds load and blurs the creatinine test. | Do not start creatine without a kidney doctor.
R173 creatine | Db ask_doctor | class:nsaid, drug:ciclosporin, drug:tenofovir, class:aminoglycoside | case_reports kdigo_2024
Это лекарство само может вредить почкам, а креатин повышает креатинин и скрывает первые признаки. | Не начинайте креатин, лекарство не меняйте; спросите врача, нужен ли контроль почек.
This medicine can hurt the kidneys by itself, and creatine raises creatinine and hides the first signs. | Do not start creatine, keep the medicine as it is and ask your doctor about kidney tests.
R174 creatine | Nb inform | always | issn_creatine_2017
Креатин немного повышает креатинин в анализе крови, хотя почки при этом не повреждены. | Перед анализом скажите врачу, что пьёте креатин.
Creatine raises blood creatinine a little without harm to the kidneys. | Tell your doctor about creatine before a blood test.
R175 creatine | Dc ask_doctor | stage:pregnant, age<18 | issn_creatine_2017 ods
О креатине при беременности и в подростковом возрасте данных мало. | Не начинайте без врача, а подростку ещё нужны тренер и родители рядом.
There is little data on creatine in pregnancy and in teenagers. | Do not start without a doctor; a teenager also needs a coach and parents involved.
R176 creatine | 0a inform | dose>=3g/day | issn_creatine_2017 kdigo_2024
При здоровых почках 3–5 г креатина в день почкам не вредили даже за годы наблюдений. | Держитесь 3–5 г в день и пейте достаточно воды.
In healthy kidneys 3–5 g of creatine a day did no harm to them even over years. | Keep to 3–5 g a day and drink enough water.
R177a group:protein_source | Jb ask_doctor | condition:ckd, egfr<60 + dose>=1.3001g/kg | kdigo_2024
При хронической болезни почек без диализа больше 1,3 г белка на килограмм ускоряет потерю их функции. | Не добавляйте протеин, норму белка пусть назначит нефролог.
In kidney disease without dialysis more than 1.3 g of protein per kilogram speeds the loss of function. | Do not add protein powder; let a kidney doctor set your protein.
R177b group:protein_source | N ask_doctor | condition:ckd, egfr<60 | kdigo_2024
При болезни почек любая порция протеина входит в дневную норму белка, которую задаёт нефролог. | Посчитайте порцию вместе с едой и покажите врачу.
In kidney disease every portion of protein powder counts toward the daily protein a kidney doctor sets. | Count the portion together with food and show it to your doctor.
R178 whey casein colostrum gainer | Xa avoid | allergy:milk | eu_allergen_law label_allergen
Это молочный белок: при аллергии на молоко возможна тяжёлая реакция. | Не принимайте; есть гороховый и рисовый протеин.
This is milk protein: with a milk allergy a severe reaction is possible. | Do not take it; pea and rice protein exist.
R178e protein | Dc ask_doctor | allergy:milk | eu_allergen_law label_allergen
Просто «протеин» чаще всего сывороточный, то есть молочный. | Не принимайте, пока не прочтёте на этикетке источник белка.
Plain protein powder is most often whey, that is, milk. | Do not take it until you have read the source on the label.
R179a soy_protein | Xa avoid | allergy:soy | eu_allergen_law label_allergen
Соевый протеин при аллергии на сою может вызвать тяжёлую реакцию. | Не принимайте; выберите протеин из другого источника.
Soy protein can cause a severe reaction in soy allergy. | Do not take it; choose protein of another source.
R179b egg_protein | Xa avoid | allergy:egg | eu_allergen_law label_allergen
Яичный протеин при аллергии на яйцо может вызвать тяжёлую реакцию. | Не принимайте; выберите протеин из другого источника.
Egg protein can cause a severe reaction in egg allergy. | Do not take it; choose protein of another source.
R179c gainer | Xa avoid | allergy:gluten, condition:coeliac | eu_allergen_law label_allergen
В гейнерах часто есть пшеница, овёс или ячмень, а значит глютен. | Не принимайте, пока на этикетке прямо не указано «без глютена».
Gainers often hold wheat, oats or barley, which means gluten. | Do not take it unless the label clearly says gluten-free.
R180 whey casein gainer | Nb inform | condition:lactose_intolerance | label_allergen issn_protein_2017
В концентрате остаётся лактоза, от неё бывает вздутие и понос. | Берите изолят или гидролизат: лактозы в нём почти нет.
A concentrate keeps some lactose, which can cause bloating and diarrhoea. | Choose an isolate or hydrolysate: almost no lactose is left in it.
R180d dairy | Nb inform | condition:lactose_intolerance | label_allergen
В молоке есть лактоза, от неё бывает вздутие и понос. | Выбирайте безлактозное молоко.
Milk holds lactose, which can cause bloating and diarrhoea. | Choose lactose-free milk.
R181 group:protein_source | Db separate_hours 1 | class:levodopa_alone, class:levodopa_with_inhibitor | smpc
Белок мешает леводопе всасываться и попадать в мозг, действие слабеет. | Принимайте протеин не ближе часа к леводопе, график лекарства не меняйте.
Protein competes with levodopa in the gut and the brain, so it works less. | Take protein at least an hour away from levodopa; keep the medicine's own times.
R182 whey casein gainer colostrum dairy | Xa avoid | condition:galactosaemia | label_allergen eu_allergen_law
В молочных продуктах есть галактоза, при галактоземии она накапливается и отравляет печень и мозг. | Не принимайте; врач подскажет немолочный белок.
Milk products hold galactose, which builds up in galactosaemia and poisons the liver and brain. | Do not take it; your doctor can name a non-dairy protein.
R183 bcaa leucine eaa | Xa avoid | condition:maple_syrup_urine_disease | label_allergen ods
При лейцинозе лейцин, изолейцин и валин не распадаются и отравляют мозг. | Не принимайте ни в какой дозе.
In maple syrup urine disease leucine, isoleucine and valine are not broken down and poison the brain. | Do not take it in any dose.
R184 eaa | Xa avoid | condition:pku | label_allergen ods
В полном наборе незаменимых аминокислот есть фенилаланин, при фенилкетонурии он накапливается. | Не принимайте; нужны только специальные смеси без фенилаланина.
A full set of essential amino acids holds phenylalanine, which builds up in phenylketonuria. | Do not take it; only special mixes without phenylalanine fit.
R185 bcaa leucine eaa | Db separate_hours 1 | class:levodopa_alone, class:levodopa_with_inhibitor | smpc
Эти аминокислоты занимают у леводопы путь в мозг, и она действует слабее. | Разнесите с леводопой хотя бы на час, график лекарства не меняйте.
These amino acids take levodopa's way into the brain, so it works less. | Keep them at least an hour from levodopa; keep the medicine's own times.
R186 bcaa leucine eaa | Dc ask_doctor | condition:als | case_reports ods
В исследованиях при боковом амиотрофическом склерозе пользы не нашли, а в одном потерь функции было больше. | Не начинайте без невролога.
Trials in amyotrophic lateral sclerosis found no benefit, and one saw more decline. | Do not start without a neurologist.
R187 glutamine | Jb avoid | condition:cirrhosis, condition:hepatic_encephalopathy | case_reports ods
Глутамин превращается в аммиак, а больная печень его не выводит: страдает мозг. | Не принимайте; о белке и аминокислотах спросите врача.
Glutamine turns into ammonia that a sick liver cannot clear, and the brain suffers. | Do not take it; ask your doctor about protein and amino acids.
R188 glutamine | Dc ask_doctor | condition:mania, condition:epilepsy | case_reports
Глутамин превращается в возбуждающий глутамат; описаны случаи мании, судорог опасаются. | Не начинайте без лечащего врача.
Glutamine turns into the excitatory glutamate; cases of mania are described and seizures are feared. | Do not start without your doctor.
*R189 arginine | Xa avoid | condition:recent_myocardial_infarction | vintage_mi_2006 ods
В исследовании после инфаркта в группе аргинина умерли шесть человек, в группе плацебо никто. | Не принимайте аргинин после недавнего инфаркта.
In a trial after a heart attack six people died on arginine and none on placebo. | Do not take arginine after a recent heart attack.
R190 arginine | Jb avoid | class:nitrate_drug | smpc case_reports
Аргинин и нитраты вместе расширяют сосуды, давление может резко упасть. | Не начинайте аргинин; лекарство не меняйте, спросите врача.
Arginine and nitrates both widen vessels, and blood pressure can fall sharply. | Do not start arginine; keep the medicine as it is and ask your doctor.
R191 arginine | Db ask_doctor | class:pde5_inhibitor, class:antihypertensive | case_reports nccih
Аргинин усиливает снижение давления от этого лекарства. | Не начинайте без врача; лекарство не меняйте.
Arginine adds to the fall of blood pressure from this medicine. | Do not start without your doctor; keep the medicine as it is.
R192 arginine | Dc ask_doctor | class:potassium_sparing_diuretic | case_reports
Аргинин может повысить калий крови, а лекарство его удерживает. | Не начинайте без врача и анализа на калий; лекарство не меняйте.
Arginine can raise blood potassium, and the medicine holds it back. | Do not start without your doctor and a potassium test; keep the medicine as it is.
R193 arginine | Nc inform | condition:herpes | case_reports
Вирусу герпеса нужен аргинин, у некоторых высыпания учащаются. | Если герпес обострился, откажитесь от аргинина.
The herpes virus needs arginine, and some people get more outbreaks. | If herpes flares, leave arginine out.
R194 citrulline nitrate | Db avoid | class:nitrate_drug | ioc_2018 case_reports
И добавка, и лекарство поднимают оксид азота: давление может упасть до обморока. | Не начинайте добавку; лекарство не меняйте, спросите врача.
Both raise nitric oxide: blood pressure can fall to the point of fainting. | Do not start the supplement; keep the medicine as it is and ask your doctor.
R195 citrulline nitrate | Db ask_doctor | class:pde5_inhibitor | ioc_2018 case_reports
Вместе сильнее расширяют сосуды, давление может упасть. | Не начинайте добавку без врача, лекарство не меняйте.
Together they widen vessels more, and blood pressure can fall. | Do not start the supplement without your doctor; keep the medicine as it is.
R196 citrulline nitrate | Db monitor | condition:low_blood_pressure | ioc_2018
Добавка снижает давление, при низком давлении возможны слабость и головокружение. | Лучше не начинать; если пробуете, измеряйте давление и вставайте медленно.
The supplement lowers blood pressure; with low pressure weakness and dizziness are possible. | Better not to start; if you try it, measure your pressure and stand up slowly.
R197 citrulline nitrate | 0a inform | always | ioc_2018
У здоровых спортсменов обычные дозы цитруллина и нитрата серьёзных проблем не вызывали. | Попробуйте сначала на тренировке, а не на старте.
In healthy athletes usual doses of citrulline and nitrate caused no serious problems. | Try it in training first, not on race day.
R198 beta_alanine | Nb inform | dose>=800mg/single | issn_beta_alanine_2015
После разовой дозы от 0,8 г часто покалывает кожу; это неприятно, но проходит за час. | Делите на порции до 0,8 г или берите форму с замедленным высвобождением.
From 0.8 g at once the skin often tingles; unpleasant, it passes within an hour. | Split into portions below 0.8 g or use a slow-release form.
R199 hmb | Nc ask_doctor | stage:pregnant | issn_hmb_2024
Исследований HMB у беременных нет. | Отложите до родов или спросите врача.
There are no studies of HMB in pregnancy. | Leave it until after the birth or ask your doctor.
R200 carnitine | Jb avoid | condition:epilepsy | label_ru_desk case_reports
У людей с судорогами в прошлом на карнитине приступы бывали чаще и тяжелее. | Не начинайте карнитин без невролога.
In people with past seizures carnitine has made fits more frequent and severe. | Do not start carnitine without a neurologist.
R201 carnitine | Db ask_doctor | condition:hypothyroidism, class:thyroid_hormone | case_reports nccih
Карнитин мешает гормонам щитовидной железы входить в клетку и может усилить их нехватку. | Не начинайте без эндокринолога; лекарство не меняйте.
Carnitine hinders thyroid hormone from entering cells and can deepen its lack. | Do not start without an endocrinologist; keep the medicine as it is.
R202 carnitine | Db monitor | class:vka | case_reports smpc
Описан рост МНО и кровотечения при карнитине с варфарином. | Не начинайте без врача: нужен контроль МНО, лекарство не меняйте.
A rise of INR and bleeding are described with carnitine and warfarin. | Do not start without your doctor: INR must be checked, keep the medicine as it is.
R203 carnitine | Db ask_doctor | condition:ckd, egfr<60 | label_ru_desk ods
При слабых почках накапливаются продукты распада карнитина, которые вредят сосудам. | Не начинайте карнитин внутрь без нефролога.
With weak kidneys breakdown products of carnitine build up and harm vessels. | Do not start oral carnitine without a kidney doctor.
R204 taurine inositol | Dc ask_doctor | drug:lithium | case_reports
Добавка может изменить действие лития или его уровень, а запас между нужной и вредной дозой у него мал. | Не начинайте без психиатра; лекарство не меняйте.
The supplement can change lithium's effect or level, and lithium has a narrow margin. | Do not start without your psychiatrist; keep the medicine as it is.
R205 glycine | Dc ask_doctor | drug:clozapine | case_reports
Глицин в больших дозах может ослабить действие клозапина. | Не начинайте без психиатра; лекарство не меняйте.
Glycine in large doses can weaken clozapine. | Do not start without your psychiatrist; keep the medicine as it is.
R206 choline | Jb avoid | condition:trimethylaminuria | ods case_reports
Из холина получается триметиламин, который при этой болезни не распадается: запах усиливается. | Не принимайте холин сверх того, что есть в еде.
Choline turns into trimethylamine, which this condition cannot break down: the odour grows. | Do not take choline beyond what food gives.
R207 gainer electrolytes | Da monitor | class:antidiabetic, class:insulin, class:sulfonylurea | label_allergen smpc
Здесь может быть много сахара, глюкоза быстро поднимется, а доза лекарства рассчитана не на это. | Прочтите углеводы на порцию и спросите врача; дозу лекарства сами не меняйте.
There may be a lot of sugar here, glucose rises fast, and the medicine's dose does not count on it. | Read the carbohydrate per portion and ask your doctor; do not change the dose yourself.
R208 ketones | Jb avoid | condition:diabetes_1, class:sglt2_inhibitor | smpc label_allergen
К риску кетоацидоза добавка прибавляет свои кетоны и скрывает его начало. | Не начинайте добавку; лекарство не меняйте, спросите врача.
The supplement adds ketones to the risk of ketoacidosis and hides its start. | Do not start the supplement; keep the medicine as it is and ask your doctor.
R209 lithium_orotate | Xa avoid | drug:lithium, condition:ckd, egfr<60, stage:pregnant | smpc case_reports
Это тоже литий: он суммируется с лекарством, копится при слабых почках и вреден плоду. | Не принимайте; назначенное лекарство не меняйте, поговорите с врачом.
This is lithium too: it adds to the medicine, builds up in weak kidneys and harms the unborn child. | Do not take it; keep a prescribed medicine as it is and talk to your doctor.
R210 lithium_orotate | Ja avoid | class:ace_inhibitor, class:thiazide, class:nsaid | smpc
Это лекарство задерживает литий в организме, возможно отравление. | Не начинайте оротат лития; лекарство не меняйте, спросите врача.
This medicine keeps lithium in the body, and poisoning is possible. | Do not start lithium orotate; keep the medicine as it is and ask your doctor.
`)
