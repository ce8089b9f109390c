/** R299–R326: charcoal, chitosan, lipoic acid, chromium, NAC, curcumin, hormones, other plants, excipients, collagen. */
import type { Rule } from '../shapes.ts'
import { rulesOf } from './b-rows.ts'

export const VARIOUS: readonly Rule[] = rulesOf(`
R299 charcoal | Ja separate_hours 4 | oral_drug | smpc ru_label_grls
Уголь связывает лекарство в кишечнике, и оно не подействует, в том числе противозачаточные. | Принимайте уголь не ближе четырёх часов к лекарству, график лекарства не меняйте.
Charcoal binds the medicine in the gut so that it does not work, contraceptives included. | Keep charcoal at least four hours from the medicine; keep the medicine's own times.
R300 chitosan | Xb avoid | allergy:crustaceans | eu_allergen_law label_allergen
Хитозан делают из панцирей креветок и крабов. | Не принимайте при аллергии на ракообразных.
Chitosan is made from shrimp and crab shells. | Do not take it with a crustacean allergy.
R301 chitosan | Dc monitor | class:vka | case_reports label_allergen
Хитозан может мешать всасыванию витамина K и повысить МНО. | Не начинайте без врача и контроля МНО; лекарство не меняйте.
Chitosan may hinder vitamin K absorption and raise INR. | Do not start without your doctor and INR checks; keep the medicine as it is.
R302 alpha_lipoic_acid chromium | Db monitor | class:insulin, class:sulfonylurea | ods ru_label_grls
Добавка снижает сахар поверх лекарства, возможна гипогликемия. | Не начинайте без врача; чаще измеряйте сахар, дозу лекарства сами не меняйте.
The supplement lowers glucose on top of the medicine, and it may fall too low. | Do not start without your doctor; test glucose more often, do not change the dose yourself.
R303a alpha_lipoic_acid | Jb avoid | condition:insulin_autoimmune_syndrome | efsa_2021_alpha_lipoic case_reports
Липоевая кислота запускает инсулиновый аутоиммунный синдром, и сахар внезапно падает. | Не принимайте.
Lipoic acid triggers insulin autoimmune syndrome, and glucose falls suddenly. | Do not take it.
R303b alpha_lipoic_acid | Nb inform | always | efsa_2021_alpha_lipoic
У людей с редкой наследственной склонностью липоевая кислота вызывала внезапные падения сахара. | При дрожи, поте и слабости съешьте сладкое, отложите добавку и обратитесь к врачу.
In people with a rare inherited tendency lipoic acid has caused sudden falls of glucose. | With tremor, sweat and weakness eat something sweet, leave the supplement out and see a doctor.
R304 alpha_lipoic_acid | Dc avoid | drug:cisplatin | ru_label_grls case_reports
Липоевая кислота может ослабить цисплатин. | Не начинайте без онколога; лечение не меняйте.
Lipoic acid may weaken cisplatin. | Do not start without your oncologist; keep the treatment as it is.
R305 chromium | Jc avoid | condition:ckd, condition:liver_disease | ods case_reports
При больших дозах хрома описаны поражения почек и печени, больные органы уязвимее. | Не принимайте добавки хрома.
High doses of chromium were followed by kidney and liver injury, and sick organs are more exposed. | Do not take chromium supplements.
R306 nac | Db ask_doctor | drug:nitroglycerin | ru_label_grls smpc
Ацетилцистеин усиливает нитроглицерин: давление падает, болит голова. | Не начинайте без врача; лекарство не меняйте.
Acetylcysteine strengthens nitroglycerin: pressure falls and the head aches. | Do not start without your doctor; keep the medicine as it is.
R307 nac | Dc ask_doctor | drug:carbamazepine | smpc case_reports
Ацетилцистеин может снизить уровень карбамазепина, приступы могут вернуться. | Не начинайте без невролога; лекарство не меняйте.
Acetylcysteine may lower carbamazepine levels, and seizures may return. | Do not start without your neurologist; keep the medicine as it is.
R308 nac | Db ask_doctor | condition:asthma, condition:gastric_ulcer | ru_label_grls
Ацетилцистеин может вызвать спазм бронхов и раздражает желудок. | Не начинайте без врача.
Acetylcysteine can bring on bronchospasm and irritates the stomach. | Do not start without your doctor.
R309 curcumin | Jb avoid | condition:gallstones, condition:bile_duct_obstruction | emea_hmpc
Куркума гонит желчь: камень может сдвинуться и закупорить проток. | Не принимайте добавку; щепотка в еде не про это.
Turmeric drives bile: a stone can move and block the duct. | Do not take the supplement; a pinch in food is another matter.
R310a curcumin | Jb avoid | condition:liver_disease | livertox emea_hmpc
Добавки куркумы вызывали гепатит, больная печень уязвимее. | Не принимайте.
Turmeric supplements have caused hepatitis, and a sick liver is more exposed. | Do not take it.
R310b curcumin | Jb avoid | with:piperine | livertox case_reports
С пиперином куркумин всасывается во много раз сильнее, и поражения печени описаны чаще. | Не сочетайте; при желтизне кожи или тёмной моче сразу к врачу.
With piperine far more curcumin is absorbed, and liver injury is reported more often. | Do not combine them; yellow skin or dark urine needs a doctor at once.
R311 curcumin | Db monitor | class:vka, class:antiplatelet | livertox case_reports
Экстракт куркумы немного разжижает кровь, вместе с лекарством растёт риск кровотечения. | Не начинайте экстракт без врача; лекарство не меняйте.
Turmeric extract thins the blood a little, and with the medicine bleeding risk grows. | Do not start the extract without your doctor; keep the medicine as it is.
R312 curcumin | Dc ask_doctor | drug:tacrolimus | case_reports
Описан рост уровня такролимуса и вред почкам на больших дозах куркумы. | Не начинайте без врача; лекарство не меняйте.
A rise of tacrolimus and kidney harm are described with much turmeric. | Do not start without your doctor; keep the medicine as it is.
R313 piperine | Db ask_doctor | drug:phenytoin, drug:carbamazepine, drug:propranolol, drug:theophylline | case_reports
Пиперин усиливает всасывание и задерживает распад этого лекарства. | Не начинайте без врача; лекарство не меняйте.
Piperine boosts absorption of this medicine and slows its breakdown. | Do not start without your doctor; keep the medicine as it is.
R314 dhea | Xb avoid | condition:hormone_sensitive_cancer, condition:prostate_cancer, stage:pregnant, age<18 | nccih label_allergen
ДГЭА превращается в половые гормоны: это вредит плоду, подростку и людям с гормонозависимой опухолью. | Не принимайте.
DHEA turns into sex hormones: it harms an unborn child, a teenager and anyone with a hormone-sensitive tumour. | Do not take it.
R315a fenugreek | Db monitor | class:antidiabetic, class:vka | nccih case_reports
Пажитник снижает сахар и может повысить МНО поверх лекарства. | Не начинайте без врача; следите за сахаром или МНО, лекарство не меняйте.
Fenugreek lowers glucose and may raise INR on top of the medicine. | Do not start without your doctor; watch glucose or INR, keep the medicine as it is.
R315b fenugreek | Db avoid | allergy:peanut, allergy:chickpea | nccih label_allergen
Пажитник из бобовых, при аллергии на арахис или нут возможна перекрёстная реакция. | Не принимайте без аллерголога.
Fenugreek is a legume; with a peanut or chickpea allergy a cross-reaction is possible. | Do not take it without an allergist.
R316 fenugreek | Xb avoid | stage:pregnant | nccih
Экстракт пажитника связывают с пороками развития и схватками. | Не принимайте при беременности.
Fenugreek extract is linked to birth defects and contractions. | Do not take it in pregnancy.
R317 group:isoflavones | Jc avoid | drug:tamoxifen, condition:hormone_sensitive_cancer | nccih emea_hmpc
Изофлавоны действуют как слабые эстрогены и могут спорить с лечением опухоли. | Не начинайте добавку без онколога; лекарство не меняйте.
Isoflavones act as weak oestrogens and may work against the tumour's treatment. | Do not start the supplement without your oncologist; keep the medicine as it is.
R318 evening_primrose | Dc ask_doctor | class:phenothiazine, condition:epilepsy | nccih emea_hmpc
Описаны судороги на масле примулы вечерней вместе с фенотиазинами. | Не начинайте без врача; лекарство не меняйте.
Seizures are described with evening primrose oil and phenothiazines. | Do not start without your doctor; keep any medicine as it is.
R319 saw_palmetto | Dc monitor | class:vka | nccih case_reports
Сереноя может усилить кровоточивость на варфарине. | Не начинайте без врача и контроля МНО; лекарство не меняйте.
Saw palmetto may add to bleeding on warfarin. | Do not start without your doctor and INR checks; keep the medicine as it is.
R320 vinpocetine | Xb avoid | stage:pregnant | fda_warnings
Винпоцетин в опытах вызывал выкидыши и пороки сердца у плода. | Не начинайте при беременности; если его назначил врач, сразу скажите ему о ней.
In experiments vinpocetine caused miscarriage and heart defects in the young. | Do not start it in pregnancy; if a doctor prescribed it, tell them about the pregnancy at once.
R321a silver | Xa avoid | always | fda_warnings nccih
Коллоидное серебро не лечит, а кожа навсегда становится серо-синей. | Не принимайте.
Colloidal silver cures nothing, and the skin turns grey-blue for good. | Do not take it.
R321b aristolochia | Xa avoid | always | fda_warnings emea_hmpc
Кирказон разрушает почки и вызывает рак мочевых путей. | Не принимайте ни в какой дозе.
Aristolochia destroys the kidneys and causes cancer of the urinary tract. | Do not take it in any dose.
R321c kratom | Xa avoid | always | fda_warnings livertox
Кратом действует как опиоид: зависимость, судороги, поражение печени, смерти. | Не принимайте; если трудно бросить, врач поможет.
Kratom acts like an opioid: dependence, seizures, liver injury, deaths. | Do not take it; if quitting is hard, a doctor can help.
R321d group:sarms | Xa avoid | always | fda_warnings
SARM вредят печени и сердцу и подавляют свой тестостерон; к продаже как добавки они не допущены. | Не принимайте.
SARMs harm the liver and heart and shut down your own testosterone; they are not legal supplements. | Do not take them.
R322 excipient:aspartame | Xa avoid | condition:pku | ru_label_grls label_allergen
В этом продукте аспартам, источник фенилаланина. | Не принимайте; спросите в аптеке вариант без аспартама.
This product holds aspartame, a source of phenylalanine. | Do not take it; ask the pharmacy for one without aspartame.
R323a excipient:lactose | Nb inform | condition:lactose_intolerance | label_allergen
В таблетке есть немного лактозы; обычно столько переносят, но не все. | Если живот реагирует, ищите форму без лактозы.
The tablet holds a little lactose; most people bear that much, not all. | If your belly reacts, look for a form without lactose.
R323b excipient:sorbitol excipient:isomalt | Nb inform | condition:fructose_intolerance | label_allergen
Этот подсластитель при непереносимости фруктозы не подходит, от него бывает вздутие и понос. | Ищите форму без сорбита и изомальта, при наследственной непереносимости обязательно.
This sweetener does not suit fructose intolerance and can cause bloating and diarrhoea. | Look for a form without sorbitol and isomalt; with the inherited kind this is a must.
R323d excipient:sucrose | Nb inform | condition:diabetes_1, condition:diabetes_2, condition:fructose_intolerance | label_allergen
В этом продукте есть сахар. | Учтите его в углеводах или выберите форму без сахара.
This product holds sugar. | Count it among your carbohydrates or choose a sugar-free form.
R324a excipient:gelatin | Nc inform | condition:vegetarian_diet, condition:halal_diet | label_allergen
Капсула из желатина, то есть из животного сырья. | Ищите растительную капсулу или отметку «халяль».
The capsule is gelatin, that is, of animal origin. | Look for a plant capsule or a halal mark.
R324b excipient:gelatin | Xc avoid | allergy:gelatin_allergy | label_allergen
Капсула из желатина, при аллергии на него возможна тяжёлая реакция. | Не принимайте; спросите в аптеке форму без желатина.
The capsule is gelatin, and with an allergy to it a severe reaction is possible. | Do not take it; ask the pharmacy for a form without gelatin.
R325 collagen | Xb avoid | allergy:fish, allergy:egg, allergy:gelatin_allergy | eu_allergen_law label_allergen
Коллаген делают из рыбы, яичной мембраны или говядины: нужен источник, на который у вас нет аллергии. | Не принимайте, пока источник на этикетке не назван.
Collagen comes from fish, egg membrane or beef: it must be a source you are not allergic to. | Do not take it until the label names the source.
R326 collagen | Nc inform | condition:oxalate_stones | case_reports
В коллагене много гидроксипролина, часть его превращается в оксалат. | Пейте больше воды и спросите уролога.
Collagen holds much hydroxyproline, some of which turns into oxalate. | Drink more water and ask your urologist.
`)
