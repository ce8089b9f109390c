/** R228–R251: garcinia, kava and other plants hard on the liver, red yeast rice, berberine, grapefruit. */
import type { Rule } from '../shapes.ts'
import { rulesOf } from './b-rows.ts'

export const METABOLIC: readonly Rule[] = rulesOf(`
R228 garcinia | Jb avoid | condition:liver_disease | livertox nccih
Гарциния вызывала тяжёлые поражения печени вплоть до пересадки. | Не принимайте.
Garcinia has caused severe liver injury, some of it ending in transplant. | Do not take it.
R229 garcinia | Db ask_doctor | class:ssri, class:antidiabetic | case_reports nccih
Гарциния может усиливать серотонин и снижать сахар поверх лекарства. | Не начинайте; лекарство не меняйте, спросите врача.
Garcinia can raise serotonin and lower glucose on top of the medicine. | Do not start it; keep the medicine as it is and ask your doctor.
R230 kava | Xa avoid | condition:liver_disease, class:hepatotoxic_drug | livertox emea_hmpc
Кава вызывала острую печёночную недостаточность, больная печень или вредное для неё лекарство повышают риск. | Не принимайте каву; лекарство не меняйте.
Kava has caused acute liver failure; a sick liver or a liver-toxic medicine raises the risk. | Do not take kava; keep the medicine as it is.
R231 kava | Jb avoid | alcohol, class:benzodiazepine, class:levodopa_alone, class:levodopa_with_inhibitor | nccih livertox
Кава усиливает сонливость от алкоголя и успокоительных и ослабляет леводопу. | Не принимайте каву; лекарство не меняйте, спросите врача.
Kava deepens drowsiness from alcohol and sedatives and weakens levodopa. | Do not take kava; keep the medicine as it is and ask your doctor.
R232 kava | Xa avoid | stage:pregnant | nccih livertox
Кава опасна для печени и может ослабить тонус матки. | Не принимайте при беременности.
Kava is a danger to the liver and may weaken the tone of the uterus. | Do not take it in pregnancy.
R233 black_cohosh usnic_acid comfrey | Jb avoid | condition:liver_disease | livertox emea_hmpc
Описаны тяжёлые поражения печени, больная печень пострадает сильнее. | Не принимайте.
Severe liver injury is described, and a sick liver suffers more. | Do not take it.
*R234 red_yeast_rice | Xa avoid | class:statin, class:fibrate | eu_2022_860 nccih
Монаколин K и есть ловастатин: вместе с лекарством растёт риск разрушения мышц. | Не принимайте красный рис; лекарство не меняйте.
Monacolin K is lovastatin itself: with the medicine the risk of muscle breakdown grows. | Do not take red yeast rice; keep the medicine as it is.
*R235 red_yeast_rice | Xa avoid | class:azole_antifungal, class:macrolide, drug:ciclosporin, with:grapefruit | eu_2022_860 smpc
Они задерживают монаколин K в крови, мышцы могут разрушаться. | Не принимайте красный рис; лекарство не меняйте, спросите врача.
They keep monacolin K in the blood, and muscle can break down. | Do not take red yeast rice; keep the medicine as it is and ask your doctor.
*R236 red_yeast_rice | Xa avoid | stage:pregnant, stage:lactating, age<18 | eu_2022_860
Правила ЕС не допускают монаколины беременным, кормящим и детям до 18 лет. | Не принимайте.
EU rules keep monacolins from pregnant or breastfeeding women and from under-18s. | Do not take it.
*R237 red_yeast_rice | Ja avoid | age>70 | eu_2022_860
После 70 лет монаколины чаще вредят мышцам, правила ЕС велят их не принимать. | Не начинайте; о холестерине поговорите с врачом.
After 70 monacolins hurt muscle more often, and EU rules advise against them. | Do not start; talk to your doctor about cholesterol.
*R238 red_yeast_rice | Xa avoid | condition:liver_disease | eu_2022_860 livertox
Монаколин K, как и ловастатин, может повредить печень. | Не принимайте.
Monacolin K, like lovastatin, can injure the liver. | Do not take it.
*R239 red_yeast_rice | Jb avoid | with:niacin | eu_2022_860 smpc
Никотиновая кислота с монаколинами повышает риск разрушения мышц. | Не сочетайте их.
Niacin with monacolins raises the risk of muscle breakdown. | Do not combine them.
*R240 red_yeast_rice | Ja avoid | dose>=3mg/day | eu_2022_860
От 3 мг монаколинов в день у людей были поражения мышц и печени; в ЕС столько запрещено. | Не принимайте; о холестерине поговорите с врачом.
From 3 mg of monacolins a day muscle and liver injury occurred; the EU bans such amounts. | Do not take it; talk to your doctor about cholesterol.
R241 berberine | Xa avoid | stage:pregnant, stage:lactating, age<0.1 | anses nccih
Берберин проходит к ребёнку через плаценту и молоко и может вызвать у него тяжёлую желтуху. | Не принимайте и не давайте новорождённому.
Berberine reaches the baby through the placenta and milk and can cause severe jaundice. | Do not take it or give it to a newborn.
R242 berberine | Jb avoid | drug:ciclosporin | anses smpc
Берберин повышает уровень циклоспорина, это вредит почкам. | Не начинайте берберин; лекарство не меняйте, спросите врача.
Berberine raises ciclosporin levels, which harms the kidneys. | Do not start berberine; keep the medicine as it is and ask your doctor.
R243 berberine | Db ask_doctor | drug:tacrolimus, class:cytostatic_cyp3a4, class:tca, drug:quinidine, drug:propafenone | anses case_reports
Берберин тормозит распад этого лекарства, а запас между нужной и вредной дозой у него мал. | Не начинайте без врача; лекарство не меняйте.
Berberine slows the breakdown of this medicine, and its margin is narrow. | Do not start without your doctor; keep the medicine as it is.
R244 berberine | Db monitor | class:antidiabetic | anses nccih
Берберин снижает сахар поверх лекарства, возможна гипогликемия. | Не начинайте без врача; измеряйте сахар, лекарство не меняйте.
Berberine lowers glucose on top of the medicine, and it may fall too low. | Do not start without your doctor; test glucose, keep the medicine as it is.
R245 berberine | Dc monitor | class:vka | anses case_reports
Берберин может повысить МНО и риск кровотечения. | Не начинайте без врача и контроля МНО; лекарство не меняйте.
Berberine can raise INR and the risk of bleeding. | Do not start without your doctor and INR checks; keep the medicine as it is.
R246 grapefruit | Xa avoid | drug:simvastatin, drug:lovastatin | fda_grapefruit smpc
Грейпфрут во много раз повышает уровень этого статина: мышцы могут разрушаться. | Не ешьте грейпфрут и не пейте его сок; лекарство не меняйте.
Grapefruit raises this statin many times over: muscle can break down. | Do not eat grapefruit or drink its juice; keep the medicine as it is.
R247 grapefruit | Ja avoid | drug:ciclosporin, drug:tacrolimus | fda_grapefruit smpc
Грейпфрут повышает уровень лекарства, это вредит почкам и нервам. | Не ешьте грейпфрут; лекарство не меняйте, предупредите врача.
Grapefruit raises the level of the medicine, which harms kidneys and nerves. | Do not eat grapefruit; keep the medicine as it is and tell your doctor.
R248 grapefruit | Ja avoid | drug:felodipine, drug:nifedipine, drug:amiodarone, drug:ivabradine | fda_grapefruit smpc
Грейпфрут усиливает лекарство: давление или пульс могут упасть слишком низко. | Не ешьте грейпфрут; лекарство не меняйте.
Grapefruit strengthens the medicine: pressure or pulse can fall too low. | Do not eat grapefruit; keep the medicine as it is.
R249 grapefruit | Da cap_dose 1000g | drug:atorvastatin + dose>=1000.001g/day | fda_grapefruit smpc
Больше литра сока в день заметно повышает уровень аторвастатина. | Не пейте больше стакана в день; лекарство не меняйте.
More than a litre of juice a day clearly raises atorvastatin. | Keep to a glass a day; keep the medicine as it is.
R250 grapefruit | Da separate_hours 4 | drug:fexofenadine | fda_grapefruit smpc
С соком фексофенадин всасывается хуже и слабее помогает. | Запивайте лекарство водой, а сок пейте не ближе четырёх часов.
With the juice less fexofenadine is absorbed and it helps less. | Take the medicine with water and keep juice at least four hours away.
R251 grapefruit | 0a inform | drug:rosuvastatin, drug:pravastatin | fda_grapefruit smpc
На этот статин грейпфрут заметно не влияет. | Менять ничего не нужно.
Grapefruit does not noticeably affect this statin. | Nothing needs to change.
`)
