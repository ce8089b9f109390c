/** R211–R227: yohimbine, synephrine, ephedra and DMAA, green tea extract. */
import type { Rule } from '../shapes.ts'
import { rulesOf } from './b-rows.ts'

export const STIMULANTS: readonly Rule[] = rulesOf(`
*R211 yohimbine | Xa avoid | condition:hypertension, condition:coronary_disease, condition:arrhythmia | efsa_yohimbe_2013 nccih
Йохимбин поднимает давление и пульс, описаны инфаркты и нарушения ритма. | Не принимайте.
Yohimbine raises blood pressure and pulse; heart attacks and rhythm disorders are described. | Do not take it.
*R212 yohimbine | Xa avoid | class:maoi | efsa_yohimbe_2013 nccih bmj_1994
С ингибиторами МАО йохимбин может вызвать резкий подъём давления. | Не принимайте йохимбин; лекарство не меняйте, поговорите с врачом.
With MAO inhibitors yohimbine can drive blood pressure up sharply. | Do not take yohimbine; keep the medicine as it is and talk to your doctor.
R213a yohimbine | Ja avoid | class:tca, drug:clonidine, class:antihypertensive, class:stimulant_drug | nccih bmj_1994
Йохимбин поднимает давление наперекор лекарству, а с трициклическими антидепрессантами и стимуляторами это ещё сильнее. | Не начинайте йохимбин; лекарство не меняйте, спросите врача.
Yohimbine raises blood pressure against the medicine, and more with tricyclics and stimulants. | Do not start yohimbine; keep the medicine as it is and ask your doctor.
*R213b yohimbine | Ja avoid | with:stimulant | efsa_yohimbe_2013 bmj_1994
Два стимулятора вместе сильнее гонят пульс и давление. | Не сочетайте йохимбин с другими стимуляторами.
Two stimulants together push pulse and blood pressure higher. | Do not combine yohimbine with other stimulants.
R214 yohimbine | Ja avoid | condition:panic_disorder, condition:bipolar, condition:ptsd | nccih bmj_1994
Йохимбин вызывает панические атаки, манию и наплывы воспоминаний у уязвимых людей. | Не принимайте.
Yohimbine provokes panic attacks, mania and flashbacks in people prone to them. | Do not take it.
*R215 yohimbine | Xa avoid | stage:pregnant, age<18 | efsa_yohimbe_2013 nccih
Йохимбин не изучен у беременных и подростков, а осложнения со стороны сердца бывают тяжёлыми. | Не принимайте.
Yohimbine is not studied in pregnancy or in teenagers, and its heart effects can be severe. | Do not take it.
*R216 yohimbine | Jb avoid | condition:ckd, condition:liver_disease | nccih efsa_yohimbe_2013
При болезни почек или печени йохимбин действует дольше и сильнее. | Не принимайте.
With kidney or liver disease yohimbine acts longer and harder. | Do not take it.
R217 synephrine | Xa avoid | class:maoi | anses health_canada
С ингибиторами МАО синефрин может вызвать резкий подъём давления. | Не принимайте синефрин; лекарство не меняйте, поговорите с врачом.
With MAO inhibitors synephrine can drive blood pressure up sharply. | Do not take synephrine; keep the medicine as it is and talk to your doctor.
R218 synephrine | Jb avoid | condition:hypertension, condition:cardiovascular_disease, condition:hyperthyroidism, condition:glaucoma | anses health_canada
Синефрин сужает сосуды и ускоряет пульс, для вас это рискованно. | Не принимайте.
Synephrine narrows vessels and speeds the pulse, which is risky for you. | Do not take it.
R219 synephrine | Jb avoid | with:caffeine, with:caffeine_source | anses health_canada
С кофеином синефрин сильнее поднимает давление и пульс, описаны инфаркты и инсульты. | Не сочетайте синефрин с кофеином, считая кофе и чай.
With caffeine synephrine raises pressure and pulse more; heart attacks and strokes are described. | Do not combine synephrine with caffeine, coffee and tea included.
R220 ephedra dmaa dmha | Xa avoid | always | fda_ephedra_2004 fda_dmaa_2013 eu_1925_2006
Такие стимуляторы приводили к инфарктам, инсультам и смертям у молодых и здоровых людей. | Не принимайте ни в какой дозе.
Such stimulants have led to heart attacks, strokes and deaths in young healthy people. | Do not take it in any dose.
*R221 green_tea_extract | Ja cap_dose 799mg | dose>=800mg/day | efsa_green_tea_2018 eu_2022_2340
От 800 мг EGCG в день в добавках у людей растут ферменты печени. | Держитесь ниже 800 мг EGCG в день и не пейте экстракт натощак.
From 800 mg of EGCG a day in supplements liver enzymes rise. | Stay below 800 mg of EGCG a day and never take the extract on an empty stomach.
*R222 green_tea_extract | Xa avoid | condition:liver_disease | efsa_green_tea_2018 eu_2022_2340 livertox
Экстракт зелёного чая изредка вызывает тяжёлый гепатит, больная печень уязвимее. | Не принимайте; то же, если печень уже реагировала на такой экстракт.
Green tea extract rarely causes severe hepatitis, and a sick liver is more exposed. | Do not take it; the same holds if your liver has reacted to such an extract before.
R223 green_tea_extract | Da avoid | drug:nadolol | smpc nccih
Катехины чая в несколько раз снижают всасывание надолола. | Не начинайте экстракт; лекарство не меняйте, спросите врача.
Tea catechins cut nadolol absorption several times. | Do not start the extract; keep the medicine as it is and ask your doctor.
R224 green_tea_extract | Jc avoid | drug:bortezomib | smpc case_reports
В опытах EGCG связывал бортезомиб и лишал его действия на опухоль. | Не начинайте экстракт; скажите о нём онкологу.
In experiments EGCG bound bortezomib and blocked its action on the tumour. | Do not start the extract; tell your oncologist about it.
*R225 green_tea_extract | Da avoid | stage:pregnant, stage:lactating, age<18 | eu_2022_2340 efsa_green_tea_2018
Правила ЕС не допускают такие экстракты беременным, кормящим и детям до 18 лет. | Не принимайте; обычный некрепкий чай это правило не задевает.
EU rules keep such extracts from pregnant or breastfeeding women and from under-18s. | Do not take it; ordinary weak tea is not touched by this rule.
*R226 green_tea_extract | Nb separate_hours 2 | with:iron, with:folate | efsa_green_tea_2018 ods
Катехины мешают всасываться железу и фолиевой кислоте. | Принимайте экстракт хотя бы за два часа до них или через два часа после.
Catechins hinder the absorption of iron and folate. | Take the extract at least two hours apart from them.
*R227 green_tea | 0a inform | always | efsa_green_tea_2018
Заваренный чай печени не вредил: дело в концентрированных экстрактах. | Пейте как обычно, помня о кофеине.
Brewed tea did no harm to the liver: the concern is concentrated extracts. | Drink it as usual and mind the caffeine.
`)
