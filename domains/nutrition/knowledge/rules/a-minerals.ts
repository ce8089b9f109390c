/** Minerals that bind medicines in the gut, iron, zinc, copper and manganese. */
import type { Rule } from '../shapes.ts'
import {
  above,
  all,
  any,
  apart,
  beside,
  classes,
  conditions,
  draft,
  drugs,
  from,
  group,
  reviewed,
  under,
} from './a-build.ts'

const cations = group('polyvalent_cations')
const dont = [
  'Не начинайте добавку, лекарство не меняйте; спросите врача или фармацевта.',
  'Do not start the supplement and do not change the medicine; ask your doctor or pharmacist.',
] as const
const trapped = (ru: string, en: string) =>
  [
    `Кальций, магний, железо, цинк и алюминий связывают ${ru} в кишечнике, и лекарство всасывается хуже.`,
    `Calcium, magnesium, iron, zinc and aluminium bind ${en} in the gut, so less of it is absorbed.`,
  ] as const

const binding: readonly Rule[] = [
  draft('R072', 'Da', apart(6), cations, classes('fluoroquinolone'), 'smpc ods', [
    ...trapped('фторхинолон', 'the fluoroquinolone'),
    'Антибиотик — за 2 часа до минералов или через 4–6 часов после: например, антибиотик в 07:00, минералы в 13:00.',
    'Antibiotic 2 hours before the minerals or 4–6 hours after: for example antibiotic at 07:00, minerals at 13:00.',
  ]),
  draft('R073', 'Da', apart(3), cations, classes('tetracycline'), 'smpc ods', [
    ...trapped('тетрациклин', 'the tetracycline'),
    'Разведите на 2–3 часа: например, антибиотик в 08:00, минералы в 11:00; железо с доксициклином — ещё дальше.',
    'Keep 2–3 hours apart: for example antibiotic at 08:00, minerals at 11:00; iron with doxycycline longer.',
  ]),
  draft('R074', 'Da', apart(2), cations, classes('bisphosphonate'), 'smpc ods', [
    ...trapped('бисфосфонат', 'the bisphosphonate'),
    'Бисфосфонат — в 07:00 натощак с водой, прочие минералы не раньше чем через 30–60 минут, кальций — с 09:00.',
    'Bisphosphonate at 07:00, fasting, with water; other minerals 30–60 minutes later at the earliest, calcium from 09:00.',
  ]),
  draft('R075', 'Da', apart(6), cations, drugs('dolutegravir bictegravir'), 'smpc ods', [
    ...trapped('препарат от ВИЧ', 'the HIV medicine'),
    'Лекарство — за 2 часа до минералов или через 6 часов после: например, лекарство в 08:00, минералы в 14:00.',
    'Medicine 2 hours before the minerals or 6 hours after: for example medicine at 08:00, minerals at 14:00.',
  ]),
  draft('R076', 'Db', apart(4), cations, drugs('eltrombopag'), 'smpc ods', [
    ...trapped('элтромбопаг', 'eltrombopag'),
    'Разведите на 4 часа: например, лекарство в 08:00, минералы в 12:00.',
    'Keep 4 hours apart: for example medicine at 08:00, minerals at 12:00.',
  ]),
  draft('R077a', 'Db', apart(2), cations, drugs('mycophenolate'), 'smpc ods', [
    ...trapped('микофенолат', 'mycophenolate'),
    'Лекарство не меняйте; разведите хотя бы на 2 часа: например, лекарство в 08:00, минералы в 12:00.',
    'Do not change the medicine; keep at least 2 hours apart: for example medicine at 08:00, minerals at 12:00.',
  ]),
  draft('R077b', 'Db', apart(4), cations, drugs('deferiprone'), 'smpc ods', [
    ...trapped('деферипрон', 'deferiprone'),
    'Лекарство не меняйте; спросите врача, нужны ли минералы, и разведите на 4 часа: 08:00 и 12:00.',
    'Do not change the medicine; ask your doctor whether you need minerals and keep 4 hours apart: 08:00 and 12:00.',
  ]),
]

const milk = (ru: string, en: string) =>
  [
    `Кальций молока связывает ${ru}, и лекарство всасывается хуже.`,
    `The calcium of milk binds ${en}, so less of it is absorbed.`,
  ] as const
/** Milk is a food with calcium: what food the other cations come with does not matter. */
const dairy: readonly Rule[] = [
  draft('R072b', 'Da', apart(6), 'dairy', classes('fluoroquinolone'), 'smpc', [
    ...milk('фторхинолон', 'the fluoroquinolone'),
    'Лекарство не меняйте; запивайте его водой, молочное — за 6 часов до или через 2 часа после.',
    'Do not change the medicine; take it with water, dairy 6 hours before or 2 hours after.',
  ]),
  draft('R073b', 'Da', apart(2), 'dairy', classes('tetracycline'), 'smpc', [
    ...milk('тетрациклин', 'the tetracycline'),
    'Лекарство не меняйте; запивайте его водой и держите молочное хотя бы в 2 часах от него.',
    'Do not change the medicine; take it with water and keep dairy at least 2 hours away.',
  ]),
  draft('R074b', 'Da', apart(2), 'dairy', classes('bisphosphonate'), 'smpc', [
    ...milk('бисфосфонат', 'the bisphosphonate'),
    'Лекарство не меняйте; бисфосфонат — натощак с водой, молочное не раньше чем через 2 часа.',
    'Do not change the medicine; the bisphosphonate fasting, with water, dairy no earlier than 2 hours later.',
  ]),
  draft('R076b', 'Db', apart(4), 'dairy', drugs('eltrombopag'), 'smpc', [
    ...milk('элтромбопаг', 'eltrombopag'),
    'Лекарство не меняйте; разведите его с молочным на 4 часа: например, 08:00 и 12:00.',
    'Do not change the medicine; keep it 4 hours from dairy: for example 08:00 and 12:00.',
  ]),
]

const iron: readonly Rule[] = [
  reviewed(
    'R078',
    'Xa',
    'avoid',
    'iron',
    conditions('haemochromatosis transfusional_overload thalassaemia'),
    'ru_label_grls nasem_dri ods',
    [
      'Железа в организме и так слишком много, оно копится в печени и сердце.',
      'The body already holds too much iron, and it builds up in the liver and heart.',
      'Не принимайте железо, пока врач не назначит его сам.',
      'Do not take iron unless your own doctor prescribes it.',
    ],
  ),
  reviewed(
    'R079',
    'Db',
    apart(3),
    'iron',
    any(classes('levodopa_drug levodopa_alone levodopa_with_inhibitor'), drugs('methyldopa entacapone')),
    'ru_label_grls ods',
    [
      'Железо связывает это лекарство, и его всасывается меньше.',
      'Iron binds this medicine, so less of it is absorbed.',
      'Дозу не меняйте; разведите на 2–3 часа: например, лекарство в 08:00, железо в 11:00.',
      'Do not change the dose; keep 2–3 hours apart: for example medicine at 08:00, iron at 11:00.',
    ],
  ),
  reviewed('R080a', 'Nb', 'inform', 'iron', classes('ppi h2_blocker'), 'ods ru_label_grls', [
    'Без кислоты в желудке железо всасывается хуже.',
    'Without stomach acid less iron is absorbed.',
    'Лекарство не меняйте; спросите врача, какая форма железа подойдёт.',
    'Do not change the medicine; ask your doctor which form of iron suits you.',
  ]),
  reviewed(
    'R080b',
    'Nb',
    apart(2),
    'iron',
    beside('black_tea green_tea matcha coffee espresso milk_coffee instant_coffee calcium dairy'),
    'ods ru_label_grls',
    [
      'Чай, кофе и кальций мешают железу всасываться.',
      'Tea, coffee and calcium keep iron from being absorbed.',
      'Разведите на пару часов: например, железо в 10:00, чай, кофе и кальций в 12:00.',
      'Keep a couple of hours apart: for example iron at 10:00; tea, coffee and calcium at 12:00.',
    ],
  ),
  reviewed('R081', 'Oa', 'inform', 'iron', beside('vitamin_c'), 'ods nasem_dri ru_label_grls', [
    'Витамин С помогает железу всасываться.',
    'Vitamin C helps iron get absorbed.',
    'Их можно принимать вместе.',
    'They may be taken together.',
  ]),
  reviewed(
    'R082',
    'Ja',
    'ask_doctor',
    'iron',
    all(under(18), from(60, 'mg'), from(20, 'mg', 'kg_day')),
    'ods nasem_dri ru_label_grls',
    [
      'От 20 мг железа на килограмм ребёнок может тяжело отравиться, даже если пока всё спокойно.',
      'From 20 mg of iron per kilogram a child can be gravely poisoned, even while all looks calm.',
      'Если ребёнок уже проглотил железо, сразу звоните 103 или 112; не ждите признаков.',
      'If a child has swallowed iron, call 103 or 112 at once; do not wait for signs.',
    ],
  ),
  reviewed(
    'R083',
    'Db',
    'test_first',
    'iron',
    all(any({ sex: 'male' }, conditions('menopause'), all({ sex: 'female' }, { overYears: 50 })), above(45, 'mg')),
    'nasem_dri ods',
    [
      'Мужчинам и женщинам после менопаузы железо редко нужно, а лишнее копится; его нехватка может значить скрытое кровотечение.',
      'Men and women after menopause rarely need iron, and the excess builds up; a lack may mean hidden bleeding.',
      'Не начинайте такую дозу; сначала сдайте ферритин и гемоглобин и покажите врачу.',
      'Do not start this dose; first have ferritin and haemoglobin tested and show your doctor.',
    ],
  ),
  reviewed('R084', 'Db', 'ask_doctor', 'iron', conditions('gastric_ulcer ibd'), 'ru_label_grls ods', [
    'Железо раздражает язву и воспалённый кишечник и окрашивает стул, пряча кровь.',
    'Iron irritates an ulcer or an inflamed bowel and darkens the stool, hiding blood.',
    'Не начинайте железо сами; врач подберёт форму.',
    'Do not start iron on your own; your doctor will choose the form.',
  ]),
  reviewed('R085', 'Oa', 'inform', 'iron', conditions('iron_deficiency'), 'ru_label_grls nasem_dri ods', [
    'При доказанном дефиците врач назначает железа больше обычных пределов, и это верно.',
    'With a proven deficiency doctors prescribe more iron than the usual limits, and rightly so.',
    'Принимайте назначенную дозу и сдавайте контрольные анализы.',
    'Take the prescribed dose and have the follow-up tests.',
  ]),
]

const traces: readonly Rule[] = [
  reviewed('R086', 'Da', 'cap_dose', 'zinc', from(50, 'mg'), 'nasem_dri efsa_ul_2025 afp_2009', [
    'От 50 мг цинка в день за недели начинается нехватка меди: анемия, онемение.',
    'From 50 mg of zinc a day copper runs low within weeks: anaemia, numbness.',
    'Не начинайте такую дозу; если её назначил врач, спросите о сроке и о меди.',
    'Do not start this dose; if a doctor prescribed it, ask how long and about copper.',
  ]),
  reviewed('R087', 'Db', apart(2), 'zinc', drugs('penicillamine trientine'), 'ods afp_2009', [
    'Цинк и это лекарство связывают друг друга в кишечнике.',
    'Zinc and this medicine bind each other in the gut.',
    'Лекарство не меняйте; разведите на 1–2 часа: например, лекарство в 08:00, цинк в 10:00.',
    'Do not change the medicine; keep 1–2 hours apart: for example medicine at 08:00, zinc at 10:00.',
  ]),
  reviewed('R088', 'Nb', 'inform', 'zinc', classes('thiazide'), 'ods', [
    'Тиазидные мочегонные понемногу выводят цинк.',
    'Thiazide diuretics slowly wash zinc out.',
    'Лекарство не меняйте; при следующем визите спросите о цинке.',
    'Do not change the medicine; ask about zinc at your next visit.',
  ]),
  reviewed('R089', 'Nb', apart(2), 'zinc', { with: 'iron', atLeast: { amount: 25, unit: 'mg' } }, 'ods nasem_dri', [
    'От 25 мг железа за один приём мешают цинку всасываться.',
    'From 25 mg of iron at once zinc is absorbed less.',
    'Принимайте в разное время: например, железо в 10:00, цинк в 14:00.',
    'Take them at different times: for example iron at 10:00, zinc at 14:00.',
  ]),
  reviewed('R090', 'Xa', 'avoid', 'copper', conditions('wilson'), 'aasld nasem_dri', [
    'При болезни Вильсона медь не выводится и отравляет печень и мозг.',
    'In Wilson’s disease copper is not cleared and poisons the liver and brain.',
    'Не принимайте медь; проверяйте состав витаминных комплексов.',
    'Do not take copper; check what is in multivitamins.',
  ]),
  draft('R091', 'Db', 'avoid', 'copper', drugs('penicillamine'), 'aasld', [
    'Пеницилламин связывает медь, и они мешают друг другу.',
    'Penicillamine binds copper, and each works against the other.',
    ...dont,
  ]),
  reviewed('R092', 'Jb', 'avoid', 'manganese', conditions('liver_disease cholestasis'), 'nasem_dri ods', [
    'Марганец выводит печень; когда она больна, он копится в мозге.',
    'Manganese is cleared by the liver; when it is ill, manganese builds up in the brain.',
    'Не начинайте марганец; проверяйте состав витаминных комплексов.',
    'Do not start manganese; check what is in multivitamins.',
  ]),
]

export const MINERAL_RULES: readonly Rule[] = [...binding, ...dairy, ...iron, ...traces]
