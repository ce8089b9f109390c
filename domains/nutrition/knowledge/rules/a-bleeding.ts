/** Blood clotting: vitamins K and E, fish oil, herbs and joint supplements beside blood thinners. */
import type { Rule } from '../shapes.ts'
import {
  above,
  all,
  allergy,
  any,
  classes,
  conditions,
  draft,
  drugs,
  form,
  from,
  reviewed,
  stages,
  surgery,
} from './a-build.ts'

const askFirst = [
  'Не начинайте добавку, лекарство не меняйте; сначала спросите врача или фармацевта.',
  'Do not start the supplement and do not change the medicine; ask your doctor or pharmacist first.',
] as const
const watchInr = [
  'Лекарство не меняйте; скажите врачу о добавке и проверьте МНО.',
  'Do not change the medicine; tell your doctor about the supplement and have the INR checked.',
] as const
const steady = [
  'Пусть количество будет ровным изо дня в день, лекарство не меняйте; при переменах спросите врача о МНО.',
  'Keep the amount about the same day to day, do not change the medicine; ask your doctor about INR if it changes.',
] as const
const beforeSurgery = [
  'Скажите хирургу и анестезиологу об этой добавке; обычно её не принимают две недели до операции.',
  'Tell the surgeon and anaesthetist about this supplement; it is usually left out for two weeks before surgery.',
] as const

const matcha = [
  'Матча — это молотый чайный лист, в нём есть витамин К, который ослабляет варфарин.',
  'Matcha is ground tea leaf and holds vitamin K, which weakens warfarin.',
  ...steady,
] as const

const vitamins: readonly Rule[] = [
  draft('R016', 'Ja', 'monitor', 'vitamin_k', classes('vka'), 'smpc ods', [
    'Витамин К ослабляет варфарин: любая перемена его количества сдвигает МНО.',
    'Vitamin K weakens warfarin: any change of its amount shifts the INR.',
    'Не начинайте и не бросайте витамин К сами, лекарство не меняйте; держите его количество ровным и проверьте МНО.',
    'Do not start or drop vitamin K on your own, do not change the medicine; keep the amount steady and check the INR.',
  ]),
  draft('R017', 'Oa', 'inform', 'vitamin_k', classes('doac'), 'smpc ods', [
    'На прямые антикоагулянты (апиксабан, ривароксабан, дабигатран) витамин К не действует.',
    'Vitamin K has no effect on direct anticoagulants (apixaban, rivaroxaban, dabigatran).',
    'Ничего менять не нужно.',
    'Nothing needs to change.',
  ]),
  draft('R018a', 'Da', 'avoid', 'natto', classes('vka'), 'smpc ods', [
    'В натто очень много витамина К2, он ослабляет варфарин.',
    'Natto is very rich in vitamin K2, which weakens warfarin.',
    'Не начинайте есть натто, лекарство не меняйте; если уже едите, скажите врачу и проверьте МНО.',
    'Do not start eating natto and do not change the medicine; if you already do, tell your doctor and check the INR.',
  ]),
  draft('R018b', 'Da', 'monitor', 'chlorella', classes('vka'), 'smpc ods', [
    'В хлорелле много витамина К, он ослабляет варфарин.',
    'Chlorella is rich in vitamin K, which weakens warfarin.',
    ...askFirst,
  ]),
  draft('R018c', 'Da', 'monitor', 'matcha', classes('vka'), 'smpc ods', matcha),
  draft('R018d', 'Da', 'monitor', 'matcha_powder', classes('vka'), 'smpc ods', matcha),
  draft('R018e', 'Da', 'monitor', 'greens_powder', classes('vka'), 'smpc ods', [
    'В порошках из зелени много витамина К, он ослабляет варфарин.',
    'Greens powders are rich in vitamin K, which weakens warfarin.',
    ...askFirst,
  ]),
  reviewed(
    'R019',
    'Db',
    'cap_dose',
    'vitamin_e',
    all(classes('blood_thinner'), from(268, 'mg')),
    'ods efsa_2024_vitamin_e',
    [
      'Большие дозы витамина Е (от 268 мг, это 400 МЕ природного) усиливают кровоточивость при разжижающих препаратах.',
      'High doses of vitamin E (268 mg and more, 400 IU of the natural form) add to bleeding with blood thinners.',
      'Не начинайте такую дозу, лекарство не меняйте; спросите врача, нужен ли вам витамин Е.',
      'Do not start this dose and do not change the medicine; ask your doctor whether you need vitamin E at all.',
    ],
  ),
  draft('R020', 'Db', 'ask_doctor', 'vitamin_e', surgery(14), 'ods', [
    'Витамин Е слегка замедляет свёртывание крови, перед операцией это лишнее.',
    'Vitamin E slows clotting a little, which is unwelcome before surgery.',
    ...beforeSurgery,
  ]),
  draft('R021', 'Da', 'cap_dose', 'vitamin_e', all({ sex: 'male' }, from(268, 'mg')), 'select efsa_2024_vitamin_e', [
    'Мужчины, годами принимавшие 400 МЕ витамина Е в день, чаще заболевали раком простаты.',
    'Men who took 400 IU of vitamin E a day for years had more prostate cancer.',
    'Не принимайте такую дозу подолгу без назначения врача.',
    'Do not take this dose long term unless a doctor prescribed it.',
  ]),
]

const fishOil: readonly Rule[] = [
  reviewed('R022', 'Db', 'monitor', 'omega3', all(classes('vka antiplatelet'), from(3, 'g')), 'efsa_omega3_2012 ods', [
    'От 3 г ЭПК и ДГК в день кровь может хуже сворачиваться на фоне этих лекарств.',
    'From 3 g of EPA and DHA a day, blood may clot less well with these medicines.',
    'Не начинайте такую дозу, лекарство не меняйте; обсудите её с врачом, при варфарине проверьте МНО.',
    'Do not start this dose and do not change the medicine; discuss it with your doctor, check the INR on warfarin.',
  ]),
  draft('R023', 'N', 'monitor', 'omega3', classes('vka'), 'ods', [
    'До 2 г омега-3 в день на варфарин обычно не влияют, но начало приёма лучше проверить.',
    'Up to 2 g of omega-3 a day usually leaves warfarin alone, but the start is worth a check.',
    'Лекарство не меняйте; проверьте МНО, когда начнёте омега-3.',
    'Do not change the medicine; have the INR checked when you start omega-3.',
  ]),
  reviewed(
    'R024a',
    'Da',
    'ask_doctor',
    'omega3',
    all(conditions('atrial_fibrillation high_cardiovascular_risk'), from(1.8, 'g')),
    'ema_omega3_2023',
    [
      'В лечебных дозах омега-3 чаще случается фибрилляция предсердий, особенно у людей с больными сосудами.',
      'At medicine-level doses of omega-3 atrial fibrillation is more frequent, above all with vascular disease.',
      'Не начинайте такую дозу без врача.',
      'Do not start this dose without your doctor.',
    ],
  ),
  reviewed(
    'R024b',
    'Ja',
    'avoid',
    'omega3',
    all(conditions('atrial_fibrillation high_cardiovascular_risk'), from(4, 'g')),
    'ema_omega3_2023',
    [
      'При 4 г омега-3 в день риск фибрилляции предсердий самый высокий.',
      'At 4 g of omega-3 a day the risk of atrial fibrillation is highest.',
      'Не начинайте такую дозу; если её назначил врач, скажите ему о ритме сердца и сами ничего не меняйте.',
      'Do not start this dose; if a doctor prescribed it, mention your heart rhythm and change nothing on your own.',
    ],
  ),
  draft('R025', 'Nb', 'inform', 'omega3', classes('antihypertensive'), 'ods', [
    'Омега-3 немного снижает давление вдобавок к лекарству.',
    'Omega-3 lowers blood pressure a little on top of the medicine.',
    'Лекарство не меняйте; измеряйте давление как обычно.',
    'Do not change the medicine; measure your blood pressure as usual.',
  ]),
  draft('R026', 'Jc', 'avoid', 'omega3', allergy('fish'), 'label_allergen eu_allergen_law', [
    'Омега-3 чаще всего делают из рыбы, в масле могут остаться следы её белка.',
    'Omega-3 is mostly made from fish, and traces of fish protein may remain in the oil.',
    'Не принимайте, пока врач и этикетка не подтвердят источник и очистку; бывает омега-3 из водорослей.',
    'Do not take it until your doctor and the label clear the source and purity; algal omega-3 exists.',
  ]),
  draft('R027', 'Xb', 'avoid', 'krill_oil', allergy('crustaceans'), 'label_allergen eu_allergen_law', [
    'Криль — ракообразное, его масло может вызвать тяжёлую аллергию.',
    'Krill is a crustacean, and its oil can cause a severe allergic reaction.',
    'Не принимайте масло криля.',
    'Do not take krill oil.',
  ]),
  draft('R028', 'Jb', 'avoid', 'cod_liver_oil', stages('pregnant trying'), 'nhs label_allergen', [
    'В жире печени трески много витамина А (ретинола), он может навредить плоду.',
    'Cod liver oil is rich in vitamin A (retinol), which can harm the baby.',
    'Не принимайте жир печени трески; об омега-3 для беременных спросите врача.',
    'Do not take cod liver oil; ask your doctor about omega-3 for pregnancy.',
  ]),
]

const herbs: readonly Rule[] = [
  reviewed('R029', 'Jb', 'avoid', 'ginkgo', classes('blood_thinner vka doac antiplatelet'), 'nccih emea_hmpc ge_2014', [
    'Гинкго мешает тромбоцитам, вместе с разжижающим препаратом растёт риск кровотечения.',
    'Ginkgo interferes with platelets; together with a blood thinner bleeding becomes more likely.',
    ...askFirst,
  ]),
  draft('R030', 'Db', 'avoid', 'ginkgo', any(conditions('epilepsy'), drugs('valproate phenytoin')), 'emea_hmpc nccih', [
    'Гинкго может снизить порог судорог и ослабить противосудорожные препараты.',
    'Ginkgo may lower the seizure threshold and weaken anticonvulsants.',
    ...askFirst,
  ]),
  draft('R031', 'Db', 'ask_doctor', 'ginkgo', surgery(14), 'nccih emea_hmpc', [
    'Гинкго замедляет свёртывание, на операции это добавит кровотечения.',
    'Ginkgo slows clotting and adds to bleeding during surgery.',
    ...beforeSurgery,
  ]),
  reviewed('R032', 'Db', 'monitor', form('garlic_extract'), classes('vka antiplatelet'), 'nccih ge_2014', [
    'Экстракт чеснока мешает тромбоцитам и усиливает действие этих лекарств.',
    'Garlic extract interferes with platelets and adds to the effect of these medicines.',
    ...askFirst,
  ]),
  draft('R033', 'Ja', 'avoid', 'garlic', drugs('saquinavir'), 'nccih smpc', [
    'Чесночные добавки вдвое снижают концентрацию саквинавира.',
    'Garlic supplements halve the level of saquinavir.',
    ...askFirst,
  ]),
  draft('R034', 'N', 'inform', 'garlic', classes('vka antiplatelet'), 'nccih', [
    'Чеснок в обычной еде на свёртывание крови почти не влияет; капсулы и экстракт — другое дело.',
    'Garlic in ordinary food hardly affects clotting; capsules and extract are another matter.',
    'Еду менять не нужно, лекарство тоже.',
    'Neither the food nor the medicine needs to change.',
  ]),
  reviewed('R035a', 'Jb', 'avoid', 'dong_quai', classes('vka'), 'ge_2014 nccih', [
    'Дудник китайский повышает МНО на варфарине, возможно кровотечение.',
    'Dong quai raises the INR on warfarin, and bleeding may follow.',
    ...askFirst,
  ]),
  reviewed('R035b', 'Jb', 'avoid', 'danshen', classes('vka'), 'ge_2014 nccih', [
    'Даншен повышает МНО на варфарине, возможно кровотечение.',
    'Danshen raises the INR on warfarin, and bleeding may follow.',
    ...askFirst,
  ]),
  draft('R036', 'Jc', 'avoid', 'nattokinase', classes('anticoagulant'), 'nccih case_reports', [
    'Наттокиназа растворяет фибрин, вместе с антикоагулянтом это риск кровотечения.',
    'Nattokinase dissolves fibrin; with an anticoagulant that means a risk of bleeding.',
    ...askFirst,
  ]),
  draft('R037', 'Dc', 'ask_doctor', 'bromelain', classes('anticoagulant'), 'case_reports nccih', [
    'Бромелайн может усилить действие антикоагулянта.',
    'Bromelain may add to the effect of the anticoagulant.',
    ...askFirst,
  ]),
  draft('R038', 'Dc', 'cap_dose', 'ginger', all(classes('vka'), above(2, 'g')), 'case_reports nccih', [
    'Больше 2 г имбиря в день может повысить МНО на варфарине.',
    'More than 2 g of ginger a day may raise the INR on warfarin.',
    ...watchInr,
  ]),
  reviewed('R039', 'Db', 'avoid', 'cranberry', classes('vka'), 'mhra_bnf ge_2014', [
    'Клюква в соке и экстракте может повысить МНО на варфарине.',
    'Cranberry juice and extract can raise the INR on warfarin.',
    'Не начинайте клюквенный сок или экстракт, лекарство не меняйте; если уже пьёте, скажите врачу и проверьте МНО.',
    'Do not start cranberry juice or extract or change the medicine; if you already drink it, tell your doctor.',
  ]),
]

const joints: readonly Rule[] = [
  draft('R040', 'Jb', 'avoid', 'glucosamine', classes('vka'), 'mhra_bnf', [
    'Глюкозамин может повысить МНО на варфарине, были кровотечения.',
    'Glucosamine can raise the INR on warfarin; bleeding has been reported.',
    ...askFirst,
  ]),
  draft('R041', 'Jc', 'avoid', 'glucosamine', allergy('crustaceans'), 'label_allergen eu_allergen_law', [
    'Глюкозамин обычно получают из панцирей ракообразных.',
    'Glucosamine usually comes from the shells of crustaceans.',
    'Не принимайте, пока этикетка не подтвердит растительное происхождение.',
    'Do not take it unless the label confirms a vegetal source.',
  ]),
  draft(
    'R042',
    'Nb',
    'monitor',
    'glucosamine',
    any(conditions('diabetes diabetes_1 diabetes_2'), classes('antidiabetic')),
    'label_allergen mhra_bnf',
    [
      'Глюкозамин изредка слегка меняет уровень сахара.',
      'Glucosamine now and then shifts blood sugar a little.',
      'Лекарство не меняйте; в первые недели измеряйте сахар чаще.',
      'Do not change the medicine; measure your sugar more often in the first weeks.',
    ],
  ),
  draft('R043', 'Dc', 'monitor', 'chondroitin', classes('vka'), 'mhra_bnf', [
    'Хондроитин может усилить действие варфарина.',
    'Chondroitin may add to the effect of warfarin.',
    ...watchInr,
  ]),
  draft('R044', 'Dc', 'monitor', 'coq10', classes('vka'), 'nccih', [
    'Коэнзим Q10 похож на витамин К и может снизить МНО на варфарине.',
    'Coenzyme Q10 resembles vitamin K and may lower the INR on warfarin.',
    ...watchInr,
  ]),
  draft('R045', 'Ob', 'inform', 'coq10', classes('statin'), 'nccih', [
    'Вредного взаимодействия коэнзима Q10 со статинами не нашли.',
    'No harmful interaction of coenzyme Q10 with statins was found.',
    'Ничего менять не нужно.',
    'Nothing needs to change.',
  ]),
  draft('R046', 'Db', 'monitor', 'leafy_greens_food', classes('vka'), 'smpc', [
    'Если резко начать или перестать есть зелень, МНО на варфарине сдвинется из-за витамина К.',
    'If you suddenly start or drop leafy greens, their vitamin K shifts the INR on warfarin.',
    ...steady,
  ]),
]

export const BLEEDING_RULES: readonly Rule[] = [...vitamins, ...fishOil, ...herbs, ...joints]
