/** R327–R343: several of one kind together, and the doping list of 2026. */
import type { Rule } from '../shapes.ts'
import { rulesOf } from './b-rows.ts'

const GROUPS: readonly Rule[] = rulesOf(`
R327 group:sedative | Db avoid | members:sedative>=2 | composed
Несколько успокаивающих добавок вместе дают лишнюю сонливость и заторможенность. | Оставьте одну и не садитесь за руль, пока не поймёте, как она действует.
Several calming supplements together bring too much drowsiness. | Keep one, and do not drive until you know how it affects you.
R328 group:serotonergic | Jb avoid | class:ssri, class:snri, class:tca, class:maoi, class:linezolid_class, class:triptan, class:opioid_serotonergic | composed smpc
Добавка и лекарство вместе могут поднять серотонин до серотонинового синдрома. | Не начинайте добавку; лекарство не меняйте, спросите врача.
The supplement and the medicine together may raise serotonin up to serotonin syndrome. | Do not start the supplement; keep the medicine as it is and ask your doctor.
R329a group:stimulant | Jb avoid | members:stimulant>=2 | composed efsa_caffeine_2015
Несколько стимуляторов вместе сильнее поднимают давление и пульс. | Не сочетайте их, оставьте не больше одного.
Several stimulants together raise blood pressure and pulse more. | Do not combine them; keep one at most.
R329b caffeine | Jb avoid | dose>=200.001mg/day + with:stimulant | composed efsa_caffeine_2015
Больше 200 мг кофеина вместе с другим стимулятором перегружает сердце и сосуды. | Не сочетайте их; посчитайте и кофе с чаем.
More than 200 mg of caffeine with another stimulant strains heart and vessels. | Do not combine them; count coffee and tea too.
R330 group:antiplatelet | Jb avoid | members:antiplatelet>=2 + class:vka, class:doac | composed smpc
Две добавки, разжижающие кровь, и антикоагулянт вместе заметно повышают риск кровотечения. | Не начинайте эти добавки; лекарство не меняйте, спросите врача.
Two blood-thinning supplements and an anticoagulant together clearly raise bleeding risk. | Do not start these supplements; keep the medicine as it is and ask your doctor.
R331 group:hypoglycaemic | Db monitor | members:hypoglycaemic>=2 + class:insulin, class:sulfonylurea | composed smpc
Две добавки, снижающие сахар, и такое лекарство вместе могут дать гипогликемию. | Не начинайте без врача; измеряйте сахар, дозу лекарства сами не меняйте.
Two glucose-lowering supplements and this medicine together may drop glucose too low. | Do not start without your doctor; test glucose, do not change the dose yourself.
R332 group:hepatotoxic | Jb avoid | members:hepatotoxic>=2 | composed livertox
Каждая из этих добавок повреждала печень, вместе риск выше. | Не сочетайте их; при желтизне или тёмной моче сразу к врачу.
Each of these supplements has injured livers; together the risk is higher. | Do not combine them; yellow skin or dark urine needs a doctor at once.
R333a ginkgo garlic ginseng vitamin_e ashwagandha st_johns_wort | Db avoid | surgery<=14 | composed nccih
Добавка может усилить кровотечение или изменить действие наркоза. | Сделайте перерыв за две недели до операции и скажите о ней хирургу и анестезиологу.
The supplement may add to bleeding or change how anaesthesia works. | Leave it out for two weeks before surgery and tell the surgeon and anaesthetist.
R333g omega3 | Db avoid | dose>=3g/day + surgery<=14 | composed ods
Много омега-3 может усилить кровотечение при операции. | Сделайте перерыв с добавкой за две недели и спросите хирурга; назначенную врачом омегу не меняйте без него.
Much omega-3 may add to bleeding in surgery. | Leave the supplement out for two weeks and ask the surgeon; keep omega-3 that a doctor prescribed until you have asked.
`)

const BANNED_RU =
  'Сами не начинайте; если это назначил врач, лекарство не меняйте и спросите о разрешении на терапевтическое использование (ТИ).'
const BANNED_EN =
  'Do not start it on your own; if a doctor prescribed it, keep the medicine as it is and ask about a therapeutic use exemption (TUE).'
const FREE_RU = 'Берите продукт, партия которого проверена на примеси.'
const FREE_EN = 'Choose a product whose batch was tested for contaminants.'

const DOPING_RULES: readonly Rule[] = rulesOf(`
*R334 bpc_157 | Xa avoid | doping | wada_2026
BPC-157 запрещён всегда, класс S0: как лекарство нигде не одобрен. | ${BANNED_RU}
BPC-157 is prohibited at all times, class S0: it is approved nowhere as a medicine. | ${BANNED_EN}
*R335 dhea group:prohormones group:sarms clenbuterol | Xa avoid | doping | wada_2026
Это анаболическое средство, класс S1: запрещено всегда, и на соревнованиях, и вне их. | ${BANNED_RU}
This is an anabolic agent, class S1: prohibited at all times, in and out of competition. | ${BANNED_EN}
*R336 epo growth_hormone igf_1 tb_500 | Xa avoid | doping | wada_2026
Это пептидный гормон или фактор роста, класс S2: запрещено всегда. | ${BANNED_RU}
This is a peptide hormone or growth factor, class S2: prohibited at all times. | ${BANNED_EN}
*R337 higenamine | Xa avoid | doping | wada_2026
Хигенамин относится к бета-2-агонистам, класс S3: запрещён всегда. | ${BANNED_RU}
Higenamine is a beta-2 agonist, class S3: prohibited at all times. | ${BANNED_EN}
*R338 group:doping_s4 | Xa avoid | doping | wada_2026
Это модулятор гормонов или обмена веществ, класс S4: запрещено всегда. | ${BANNED_RU}
This is a hormone or metabolic modulator, class S4: prohibited at all times. | ${BANNED_EN}
*R339 group:doping_s5 | Xa avoid | doping | wada_2026
Мочегонные и маскирующие средства, класс S5, запрещены всегда. | ${BANNED_RU}
Diuretics and masking agents, class S5, are prohibited at all times. | ${BANNED_EN}
*R340 iv_infusion | Xa avoid | doping + dose>=100.001g/single | wada_2026
Капельница больше 100 мл за 12 часов относится к методам M2 и запрещена, кроме лечения в больнице. | Не ставьте её сами; если её назначил врач, лечение не меняйте и спросите о разрешении на ТИ.
A drip of more than 100 ml in 12 hours is method M2 and prohibited outside hospital treatment. | Do not have one on your own; if a doctor ordered it, keep the treatment and ask about a TUE.
*R341 group:doping_s6 | Xa avoid | doping | wada_2026
Этот стимулятор, класс S6, запрещён на соревнованиях, а следы держатся несколько дней. | ${BANNED_RU}
This stimulant, class S6, is prohibited in competition, and traces last for days. | ${BANNED_EN}
*R342a thc | Xa avoid | doping | wada_2026
ТГК, класс S8, запрещён на соревнованиях, в моче он держится неделями. | ${BANNED_RU}
THC, class S8, is prohibited in competition, and it stays in urine for weeks. | ${BANNED_EN}
*R342b cbd | 0a inform | doping | wada_2026
КБД разрешён, но в масле часто остаётся запрещённый ТГК. | ${FREE_RU}
CBD is permitted, but the oil often keeps some prohibited THC. | ${FREE_EN}
*R343 creatine beta_alanine glycerol mexidol | 0a inform | doping | wada_2026
В списке 2026 года это не запрещено. | ${FREE_RU}
This is not prohibited on the 2026 list. | ${FREE_EN}
*R343e carnitine | 0a inform | doping | wada_2026
Карнитин внутрь разрешён; капельница больше 100 мл за 12 часов запрещена. | ${FREE_RU}
Oral carnitine is permitted; a drip of more than 100 ml in 12 hours is not. | ${FREE_EN}
*R343f caffeine synephrine ecdysterone | 0a inform | doping | wada_2026
Это не запрещено, но входит в программу мониторинга 2026 года: за применением следят. | ${FREE_RU}
This is not prohibited, but it is on the 2026 monitoring programme: its use is watched. | ${FREE_EN}
`)

export const GROUPS_AND_DOPING: readonly Rule[] = [...GROUPS, ...DOPING_RULES]
