/** R252–R298: adaptogens, calming plants, phenibut, CBD, echinacea, probiotics, licorice, laxatives and fibre. */
import type { Rule } from '../shapes.ts'
import { rulesOf } from './b-rows.ts'

export const BOTANICALS: readonly Rule[] = rulesOf(`
*R252 ashwagandha | Xb avoid | stage:pregnant | ods nccih
Большие дозы ашваганды могут прервать беременность. | Не принимайте при беременности.
Large doses of ashwagandha may end a pregnancy. | Do not take it in pregnancy.
*R253 ashwagandha | Jb avoid | condition:hyperthyroidism | ods livertox
Ашваганда повышает гормоны щитовидной железы, описан тиреотоксикоз. | Не принимайте.
Ashwagandha raises thyroid hormones; thyrotoxicosis is described. | Do not take it.
*R254 ashwagandha | Db ask_doctor | class:thyroid_hormone | ods
Ашваганда повышает гормоны щитовидной железы поверх лекарства. | Не начинайте без эндокринолога; лекарство не меняйте.
Ashwagandha raises thyroid hormones on top of the medicine. | Do not start without an endocrinologist; keep the medicine as it is.
*R255 ashwagandha | Db avoid | class:sedative_drug, class:benzodiazepine, class:z_drug, class:opioid, class:barbiturate, alcohol | ods nccih
Ашваганда добавляет сонливости к успокоительным и алкоголю. | Не сочетайте; лекарство не меняйте, спросите врача.
Ashwagandha adds drowsiness to sedatives and alcohol. | Do not combine them; keep the medicine as it is and ask your doctor.
*R256 ashwagandha | Jb avoid | class:immunosuppressant, condition:autoimmune_disease | ods nccih
Ашваганда подстёгивает иммунитет, который здесь нужно сдерживать. | Не начинайте; лекарство не меняйте, спросите врача.
Ashwagandha spurs an immune system that has to be held back here. | Do not start it; keep any medicine as it is and ask your doctor.
*R257 ashwagandha | Jb avoid | condition:liver_disease | livertox ods
Ашваганда вызывала желтуху и гепатит, больная печень уязвимее. | Не принимайте.
Ashwagandha has caused jaundice and hepatitis, and a sick liver is more exposed. | Do not take it.
*R258 ashwagandha | Dc monitor | class:antidiabetic, class:antihypertensive | ods
Ашваганда может снижать сахар и давление поверх лекарства. | Не начинайте без врача; измеряйте сахар и давление, лекарство не меняйте.
Ashwagandha may lower glucose and blood pressure on top of the medicine. | Do not start without your doctor; measure both, keep the medicine as it is.
*R259 ashwagandha | Dc avoid | condition:prostate_cancer | ods
Ашваганда может повысить тестостерон, а опухоль простаты на него отвечает. | Не начинайте без онколога.
Ashwagandha may raise testosterone, which prostate tumours respond to. | Do not start without your oncologist.
R260 rhodiola | Dc ask_doctor | class:ssri, class:maoi, condition:bipolar | emea_hmpc nccih
Родиола тонизирует и может усилить серотонин; возможны возбуждение или мания. | Не начинайте без врача; лекарство не меняйте.
Rhodiola stimulates and may add serotonin; agitation or mania is possible. | Do not start without your doctor; keep any medicine as it is.
R261 rhodiola | Dc monitor | drug:losartan, class:vka | emea_hmpc case_reports
Родиола может замедлить распад лекарства и изменить его действие. | Не начинайте без врача; лекарство не меняйте.
Rhodiola may slow the breakdown of the medicine and change its effect. | Do not start without your doctor; keep the medicine as it is.
*R262 ginseng | Db monitor | class:vka | ge_2014 nccih
Женьшень может снизить МНО, и защита от тромбов ослабнет. | Не начинайте без врача и контроля МНО; лекарство не меняйте.
Ginseng may lower INR and weaken the protection from clots. | Do not start without your doctor and INR checks; keep the medicine as it is.
R263 ginseng | Db monitor | class:antidiabetic | nccih emea_hmpc
Женьшень может снижать сахар поверх лекарства. | Не начинайте без врача; измеряйте сахар, лекарство не меняйте.
Ginseng may lower glucose on top of the medicine. | Do not start without your doctor; test glucose, keep the medicine as it is.
R264 ginseng | Jc avoid | drug:phenelzine, drug:imatinib | nccih case_reports
С фенелзином описаны мания и головная боль, с иматинибом поражение печени. | Не начинайте женьшень; лекарство не меняйте, спросите врача.
Mania and headache are described with phenelzine, liver injury with imatinib. | Do not start ginseng; keep the medicine as it is and ask your doctor.
*R265 eleuthero | Jb avoid | condition:hypertension | ru_label_grls emea_hmpc schmidt_2014
Инструкция запрещает элеутерококк при гипертонии: давление может подняться, хотя об этом спорят. | Не начинайте; спросите врача о другом средстве.
Labels rule eleuthero out in hypertension: pressure may rise, though this is disputed. | Do not start it; ask your doctor about another remedy.
*R266 eleuthero | Dc inform | drug:digoxin | ru_label_grls case_reports
Элеутерококк может исказить анализ на дигоксин. | Не начинайте без врача; перед анализом скажите о нём лаборатории, лекарство не меняйте.
Eleuthero may distort the digoxin test. | Do not start without your doctor; tell the lab before the test, keep the medicine as it is.
R267 schisandra | Jb avoid | drug:tacrolimus | case_reports smpc
Лимонник заметно повышает уровень такролимуса. | Не начинайте лимонник; лекарство не меняйте, предупредите врача.
Schisandra clearly raises tacrolimus levels. | Do not start schisandra; keep the medicine as it is and tell your doctor.
R268 schisandra | Dc avoid | condition:epilepsy, condition:hypertension | ru_label_grls
Лимонник возбуждает нервную систему и может поднять давление. | Лучше не начинать; спросите врача.
Schisandra excites the nervous system and may raise blood pressure. | Better not to start; ask your doctor.
R269 valerian melatonin gaba theanine | Db avoid | class:benzodiazepine, class:z_drug, class:opioid, alcohol | smpc emea_hmpc
Сонливость складывается, внимание и дыхание могут ослабнуть. | Не сочетайте и не садитесь за руль; лекарство не меняйте, спросите врача.
Drowsiness adds up; attention and breathing may weaken. | Do not combine them and do not drive; keep the medicine as it is and ask your doctor.
R270 melatonin | Ja avoid | drug:fluvoxamine | smpc
Флувоксамин во много раз повышает уровень мелатонина: сильная сонливость, падает давление. | Не начинайте мелатонин; лекарство не меняйте, спросите врача.
Fluvoxamine raises melatonin many times over: heavy drowsiness, lower blood pressure. | Do not start melatonin; keep the medicine as it is and ask your doctor.
R271 melatonin | Dc monitor | drug:nifedipine, class:vka | smpc case_reports
Мелатонин может ослабить нифедипин и повысить МНО. | Не начинайте без врача; следите за давлением и МНО, лекарство не меняйте.
Melatonin may weaken nifedipine and raise INR. | Do not start without your doctor; watch pressure and INR, keep the medicine as it is.
R272 melatonin | Db avoid | condition:autoimmune_disease | smpc
Мелатонин стимулирует иммунитет, инструкция не советует его при аутоиммунных болезнях. | Не начинайте без врача.
Melatonin stimulates immunity, and labels advise against it in autoimmune disease. | Do not start without your doctor.
R273 melatonin | Dc ask_doctor | stage:pregnant, age<18 | smpc nccih
О мелатонине у беременных и о долгом приёме у детей данных мало. | Не начинайте без врача.
There is little data on melatonin in pregnancy and on long use in children. | Do not start without a doctor.
R274a phenibut | Jb avoid | alcohol, class:sedative_drug, class:benzodiazepine, class:z_drug, class:opioid, class:barbiturate | case_reports fda_warnings
Фенибут вместе с алкоголем или успокоительным может угнетать сознание и дыхание. | Не сочетайте; назначенное лекарство не меняйте, спросите врача.
Phenibut with alcohol or a sedative can depress consciousness and breathing. | Do not combine them; keep a prescribed medicine as it is and ask your doctor.
R274b phenibut | Jb ask_doctor | always | case_reports fda_warnings
К фенибуту быстро привыкают, а резкая отмена даёт тревогу, бессонницу и судороги. | Не начинайте без врача; если пьёте давно, дозу снижают постепенно и вместе с ним.
Dependence on phenibut comes fast, and abrupt withdrawal brings anxiety, insomnia and seizures. | Do not start without a doctor; after long use the dose is lowered slowly together with one.
R275 cbd | Ja avoid | drug:clobazam, drug:valproate | smpc us_label
КБД усиливает сонливость от клобазама, а с вальпроатом вредит печени. | Не начинайте КБД; лекарство не меняйте, спросите невролога.
CBD deepens clobazam's drowsiness and with valproate hurts the liver. | Do not start CBD; keep the medicine as it is and ask your neurologist.
R276 cbd | Jb avoid | class:vka, drug:tacrolimus, condition:liver_disease | us_label smpc fda_warnings
КБД повышает уровень варфарина и такролимуса и сам нагружает печень. | Не начинайте КБД; лекарство не меняйте, спросите врача.
CBD raises warfarin and tacrolimus levels and is hard on the liver itself. | Do not start CBD; keep any medicine as it is and ask your doctor.
R277 cbd | Xb avoid | stage:pregnant | fda_warnings us_label
КБД проникает к плоду, в опытах он мешал развитию. | Не принимайте при беременности.
CBD reaches the unborn child, and in experiments it disturbed development. | Do not take it in pregnancy.
R278 echinacea | Jb avoid | class:immunosuppressant, condition:transplant | emea_hmpc
Эхинацея стимулирует иммунитет и работает против лекарства. | Не начинайте эхинацею; лекарство не меняйте.
Echinacea stimulates immunity and works against the medicine. | Do not start echinacea; keep the medicine as it is.
R279 echinacea | Jb avoid | condition:autoimmune_disease, condition:multiple_sclerosis, condition:hiv, condition:tuberculosis, condition:leukaemia | emea_hmpc
Эхинацея вмешивается в иммунитет, при этой болезни возможно ухудшение. | Не принимайте.
Echinacea meddles with immunity, and this disease may get worse. | Do not take it.
R280 echinacea | Xb avoid | allergy:asteraceae | emea_hmpc
Эхинацея из семейства астровых, как амброзия и ромашка: возможна тяжёлая аллергия. | Не принимайте.
Echinacea belongs to the daisy family like ragweed and chamomile: a severe allergy is possible. | Do not take it.
R281 echinacea | Xa avoid | age<1 | emea_hmpc
До года иммунитет ещё не созрел, детям эхинацею не дают. | Не давайте ребёнку до года.
Before the first birthday immunity is immature, and echinacea is not given. | Do not give it to a child under one.
R282 group:probiotics | Jb avoid | condition:severe_immunosuppression, condition:central_venous_line | case_reports ods
Живые микробы могут попасть в кровь и вызвать сепсис. | Не начинайте без лечащего врача.
Live microbes can get into the blood and cause sepsis. | Do not start without your doctor.
R283 probiotic | Nb separate_hours 2 | class:antibiotic | ods case_reports
Антибиотик убивает бактерии пробиотика, если принять их вместе. | Разнесите хотя бы на два часа; курс антибиотика не меняйте.
The antibiotic kills the probiotic's bacteria when they are taken together. | Keep them at least two hours apart; finish the antibiotic as prescribed.
R284 s_boulardii | Db avoid | class:antifungal | label_allergen case_reports
Это дрожжи, противогрибковое лекарство их убивает. | На время лечения добавка бесполезна; лекарство не меняйте.
These are yeasts, and an antifungal medicine kills them. | During the treatment the supplement is useless; keep the medicine as it is.
R285 spirulina | Dc ask_doctor | condition:autoimmune_disease, class:immunosuppressant | case_reports nccih
Спирулина стимулирует иммунитет, который здесь нужно сдерживать. | Не начинайте без врача; лекарство не меняйте.
Spirulina stimulates an immune system that has to be held back here. | Do not start without your doctor; keep any medicine as it is.
R286 spirulina | Jb avoid | condition:pku | label_allergen ods
Спирулина больше чем наполовину белок, в нём много фенилаланина. | Не принимайте при фенилкетонурии.
Spirulina is more than half protein, which holds much phenylalanine. | Do not take it in phenylketonuria.
R287 milk_thistle | Db avoid | allergy:asteraceae | emea_hmpc
Расторопша из семейства астровых, возможна перекрёстная аллергия. | Не начинайте без аллерголога.
Milk thistle belongs to the daisy family, and cross-allergy is possible. | Do not start without an allergist.
*R288 licorice | Xa avoid | condition:hypertension, condition:heart_failure, condition:hypokalaemia | scf_glycyrrhizin_2003 emea_hmpc
Солодка задерживает натрий и воду и выводит калий: давление растёт, сердцу тяжелее. | Не принимайте солодку, в том числе в чаях и сладостях.
Licorice holds sodium and water and drives potassium out: pressure rises and the heart strains. | Do not take licorice, teas and sweets included.
*R289 licorice | Ja avoid | class:thiazide, class:loop_diuretic | scf_glycyrrhizin_2003 emea_hmpc
И солодка, и мочегонное выводят калий: слабость, судороги, сбои ритма. | Не начинайте солодку; лекарство не меняйте.
Both licorice and the diuretic drive potassium out: weakness, cramps, rhythm trouble. | Do not start licorice; keep the medicine as it is.
R290 licorice | Ja avoid | drug:digoxin | emea_hmpc anses
Солодка снижает калий, и дигоксин становится токсичнее. | Не начинайте солодку; лекарство не меняйте.
Licorice lowers potassium, and digoxin becomes more toxic. | Do not start licorice; keep the medicine as it is.
R291 licorice | Ja avoid | class:antihypertensive, class:corticosteroid | emea_hmpc anses
Солодка поднимает давление наперекор лекарству и усиливает потерю калия от гормонов. | Не начинайте солодку; лекарство не меняйте.
Licorice raises pressure against the medicine and deepens potassium loss from steroids. | Do not start licorice; keep the medicine as it is.
R292 licorice | Xb avoid | stage:pregnant | emea_hmpc anses
Много солодки при беременности связывали с ранними родами и трудностями у ребёнка. | Не принимайте при беременности.
Much licorice in pregnancy was linked to early birth and trouble for the child. | Do not take it in pregnancy.
*R293 licorice | Ja avoid | condition:ckd, condition:cirrhosis | emea_hmpc scf_glycyrrhizin_2003
При болезни почек и циррозе солодка быстрее даёт отёки, гипертонию и потерю калия. | Не принимайте.
With kidney disease or cirrhosis licorice brings swelling, high pressure and potassium loss sooner. | Do not take it.
*R294 licorice | Da cap_dose 100mg | dose>=100.001mg/day | scf_glycyrrhizin_2003 anses
Больше 100 мг глицирризиновой кислоты в день поднимает давление и снижает калий даже у здоровых. | Держитесь не выше 100 мг в день и недолго.
More than 100 mg of glycyrrhizic acid a day raises pressure and lowers potassium even in healthy people. | Stay at 100 mg a day or below, and not for long.
R295 senna aloe_latex | Db avoid | class:thiazide, class:loop_diuretic, drug:digoxin | emea_hmpc
Слабительное выводит калий: с мочегонным это складывается, а дигоксин делает токсичнее. | Не начинайте; лекарство не меняйте, спросите врача о другом средстве.
The laxative drives potassium out: this adds to the diuretic and makes digoxin more toxic. | Do not start it; keep the medicine as it is and ask your doctor for another remedy.
R296 senna aloe_latex | Xb avoid | condition:bowel_obstruction, stage:pregnant | emea_hmpc
Сильное слабительное опасно при непроходимости и может вызвать схватки. | Не принимайте; при боли в животе нужен врач.
A strong laxative is a danger in obstruction and may bring on contractions. | Do not take it; belly pain needs a doctor.
R297 group:fibre_bulk | Db separate_hours 2 | oral_drug | emea_hmpc
Клетчатка задерживает всасывание лекарств, принятых с ней вместе. | Разнесите с лекарством хотя бы на два часа, его график не меняйте.
Fibre holds back medicines taken together with it. | Keep it at least two hours from the medicine; keep the medicine's own times.
R298 group:fibre_bulk | Xa avoid | condition:dysphagia, condition:bowel_obstruction | emea_hmpc label_allergen
Клетчатка разбухает и может застрять в пищеводе или закупорить кишку. | Не принимайте.
The fibre swells and can lodge in the gullet or block the bowel. | Do not take it.
`)
