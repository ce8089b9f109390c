/**
 * Stacks that healthy people really take, within the levels of both authorities and with no rule at moderate or above:
 * a finding of moderate or stricter on any of them is a false alarm. Half are typed in Russian, half in English.
 * Amounts are a day's, taken at once where nothing else is said.
 */
import type { FixtureItem, FixtureSubject } from './rules/b-fixtures.test-data.ts'

export interface SafeStack {
  id: string
  items: readonly FixtureItem[]
  medications: readonly string[]
  conditions: readonly string[]
  subject: FixtureSubject
}

// person: sex, age in years, weight, then "pregnant" or "lactating" | items, with `med:` and `cond:` among them
const RUSSIAN = `
m 24 78 | креатин 5 г; сывороточный протеин 30 г
m 27 82 | креатин моногидрат 3 г; витамин д3 2000 МЕ; омега-3 1000 мг
m 31 85 | сывороточный протеин 60 г; бцаа 10 г; креатин 5 г
m 22 70 | гейнер 100 г; креатин 5 г
m 35 90 | кофеин 200 мг; бета-аланин 3 г; креатин 5 г
m 29 76 | цитруллин 6 г; бета-аланин 1,6 г; кофеин 150 мг
m 40 84 | витамин д 2000 МЕ; магний 200 мг; цинк 15 мг
m 45 88 | омега-3 1000 мг; коэнзим q10 100 мг; витамин д3 1000 МЕ
m 52 92 | витамин с 500 мг; цинк 10 мг; селен 55 мкг
m 60 80 | витамин д 800 МЕ; кальций 500 мг; витамин к2 100 мкг
m 67 79 | витамин д3 1000 МЕ; b12 500 мкг; омега-3 1000 мг
m 72 75 | витамин д3 20 мкг; кальций 500 мг; сывороточный протеин 30 г
m 33 81 | мелатонин 1 мг; магний 200 мг
m 38 86 | валериана 200 мг; глицин 300 мг
m 26 73 | теанин 200 мг; кофеин 100 мг
m 30 77 | ашваганда 300 мг; витамин д 1000 МЕ
m 36 83 | родиола 200 мг; витамин с 200 мг
m 28 74 | элеутерококк 100 мг; аскорбинка 100 мг
m 42 87 | глюкозамин 1500 мг; хондроитин 800 мг; мсм 1000 мг
m 48 91 | коллаген 10 г; витамин с 100 мг; гиалуроновая кислота 100 мг
m 55 85 | пальма сабаль 320 мг; цинк 15 мг; ликопин 10 мг
m 34 79 | псиллиум 10 г; пробиотик
m 25 71 | казеин 30 г; сывороточный протеин 30 г; креатин 3 г
m 23 68 | соевый протеин 30 г; креатин 5 г; b12 100 мкг
m 32 80 | еаа 10 г; электролиты 1 г
m 39 89 | таурин 1 г; глутамин 5 г; креатин 5 г
m 44 82 | л-карнитин 1 г; омега-3 1000 мг
m 50 90 | куркумин 500 мг; витамин д 1000 МЕ
m 37 78 | кофе 200 мл; витамин д3 2000 МЕ
m 41 84 | кофе 200 мл; чёрный чай 220 мл; магний 100 мг
f 24 58 | витамин д3 1000 МЕ; железо 14 мг; витамин с 60 мг
f 27 60 | фолиевая кислота 400 мкг; витамин д 1000 МЕ; омега-3 500 мг
f 30 63 | коллаген 10 г; витамин с 200 мг; биотин 50 мкг
f 33 65 | магний 200 мг; b6 2 мг
f 29 57 | креатин 3 г; сывороточный протеин 25 г
f 35 66 | йод 150 мкг; селен 55 мкг; витамин д 1000 МЕ
f 38 62 | цинк 10 мг; витамин е 15 мг; витамин с 100 мг
f 42 68 | кальций 500 мг; витамин д3 800 МЕ
f 48 70 | омега-3 1000 мг; витамин д3 2000 МЕ; магний 150 мг
f 55 72 | кальций 600 мг; витамин д 800 МЕ; витамин к2 90 мкг
f 63 69 | витамин д 1000 МЕ; b12 100 мкг; лютеин 10 мг
f 70 66 | витамин д3 20 мкг; кальций 500 мг; коллаген 10 г
f 26 59 | эхинацея 400 мг; витамин с 500 мг; цинк 15 мг
f 31 64 | пробиотик; псиллиум 5 г; витамин д 1000 МЕ
f 28 61 | клюква 500 мг; витамин с 100 мг
f 34 60 | мака 1500 мг; витамин д3 1000 МЕ
f 37 67 | спирулина 3 г; b12 50 мкг
f 44 71 | лецитин 2 г; холин 250 мг
f 39 63 | гороховый протеин 25 г; b12 25 мкг; железо 14 мг
f 25 56 | зелёный чай 200 мл; коллаген 5 г
f 29 64 pregnant | фолиевая кислота 400 мкг; йод 150 мкг; витамин д3 600 МЕ
f 32 68 pregnant | фолиевая кислота 600 мкг; железо 27 мг
f 27 62 pregnant | омега-3 500 мг; йод 200 мкг; фолат 400 мкг
f 31 65 lactating | йод 200 мкг; витамин д3 1000 МЕ; омега-3 500 мг
f 28 60 lactating | витамин д 600 МЕ; кальций 500 мг; b12 3 мкг
m 5 19 | витамин д3 400 МЕ; омега-3 250 мг
f 9 30 | витамин д 500 МЕ; витамин с 50 мг
m 15 62 | витамин д3 1000 МЕ; сывороточный протеин 25 г
m 46 86 | med:омепразол; b12 500 мкг; витамин д 1000 МЕ
f 36 64 | cond:гипотиреоз; med:левотироксин; витамин д3 1000 МЕ; b12 50 мкг
`
const ENGLISH = `
m 21 75 | creatine 5 g; whey protein 30 g
m 26 80 | creatine monohydrate 5 g; omega-3 1000 mg; vitamin d3 2000 IU
m 30 84 | whey protein 50 g; casein 30 g
m 34 88 | caffeine 200 mg; citrulline 6 g
m 28 77 | caffeine 100 mg; theanine 200 mg
m 23 72 | beta-alanine 3.2 g; creatine 5 g; taurine 1 g
m 37 82 | beetroot nitrate 400 mg; carbohydrate 60 g; electrolytes 1 g
m 32 79 | eaa 10 g; creatine 3 g; vitamin d 1000 IU
m 41 86 | vitamin d3 50 mcg; vitamin k2 100 mcg
m 47 90 | magnesium 200 mg; zinc 15 mg; vitamin b6 5 mg
m 53 85 | coq10 100 mg; omega-3 1000 mg
m 58 83 | glucosamine 1500 mg; msm 1000 mg
m 64 81 | vitamin d3 1000 IU; vitamin b12 250 mcg; magnesium 150 mg
m 71 77 | vitamin d 800 IU; calcium 500 mg; whey protein 30 g
m 29 76 | ashwagandha 600 mg; creatine 5 g
m 35 85 | rhodiola 300 mg; vitamin c 250 mg
m 43 87 | melatonin 2 mg; magnesium 200 mg
m 39 80 | valerian 300 mg; vitamin d 1000 IU
m 25 70 | pea protein 30 g; vitamin b12 50 mcg; creatine 5 g
m 31 78 | soy protein 30 g; zinc 10 mg
m 36 83 | hmb 3 g; whey protein 30 g
m 27 74 | bcaa 10 g; glutamine 5 g
m 49 89 | saw palmetto 320 mg; selenium 55 mcg
m 33 81 | psyllium 10 g; vitamin d3 1000 IU
m 45 84 | garlic extract 600 mg; vitamin c 500 mg
m 51 88 | milk thistle 200 mg; vitamin d3 1000 IU
m 38 82 | coffee 200 ml; creatine 5 g
m 22 69 | energy drink 250 ml; whey protein 30 g
m 40 85 | coffee 200 ml; green tea 200 ml
m 56 80 | lutein 10 mg; zeaxanthin 2 mg; vitamin c 200 mg
f 23 57 | iron 14 mg; vitamin c 80 mg; folic acid 400 mcg
f 26 59 | vitamin d3 2000 IU; omega-3 1000 mg; magnesium 150 mg
f 29 61 | collagen 10 g; vitamin c 100 mg; hyaluronic acid 120 mg
f 32 63 | creatine 3 g; vitamin d 1000 IU
f 35 66 | biotin 100 mcg; zinc 10 mg; selenium 55 mcg
f 38 64 | iodine 150 mcg; vitamin b12 10 mcg
f 41 67 | calcium 500 mg; vitamin d3 1000 IU; magnesium 100 mg
f 46 70 | evening primrose oil 1000 mg; vitamin e 15 mg
f 52 71 | calcium 600 mg; vitamin d3 1000 IU; vitamin k2 75 mcg
f 57 69 | soy isoflavones 40 mg; vitamin d3 1000 IU
f 66 68 | vitamin b12 500 mcg; vitamin d3 20 mcg; omega-3 500 mg
f 24 56 | probiotic; inulin 5 g
f 28 60 | cranberry 500 mg; probiotic
f 34 62 | spirulina 3 g; vitamin b12 25 mcg; iron 14 mg
f 31 65 | whey protein 25 g; collagen 10 g; caffeine 100 mg
f 37 63 | echinacea 300 mg; elderberry 500 mg; vitamin c 300 mg
f 43 66 | turmeric curcumin 500 mg; ginger 500 mg
f 27 58 | matcha 200 ml; collagen 5 g
f 33 61 | inositol 2 g; folic acid 400 mcg; vitamin d 1000 IU
f 30 64 | l-carnitine 500 mg; omega-3 1000 mg
f 30 66 pregnant | folic acid 400 mcg; vitamin d3 400 IU; iodine 150 mcg
f 33 70 pregnant | folic acid 600 mcg; iron 27 mg; omega-3 500 mg
f 28 63 pregnant | choline 450 mg; vitamin d3 600 IU; calcium 500 mg
f 29 62 lactating | vitamin d3 1000 IU; iodine 200 mcg; vitamin b12 3 mcg
f 34 67 lactating | omega-3 500 mg; iron 14 mg; choline 400 mg
f 6 21 | vitamin d3 400 IU; vitamin c 40 mg
m 11 38 | omega-3 250 mg; vitamin d 600 IU
f 16 55 | iron 14 mg; vitamin d3 1000 IU
m 55 86 | cond:type 2 diabetes; med:metformin; vitamin b12 500 mcg; vitamin d3 1000 IU
f 50 70 | med:atorvastatin; coq10 100 mg; vitamin d 1000 IU
`

const itemOf = (text: string): FixtureItem => {
  const [, name, amount, unit] = /^(.+?) ([\d.,]+) (\S+)$/u.exec(text) ?? []
  return name === undefined ? { name: text } : { name, amount: Number(amount?.replace(',', '.')), unit: unit ?? '' }
}

const stacksOf = (prefix: string, table: string): SafeStack[] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const [person = '', rest = ''] = line.split('|').map((cell) => cell.trim())
      const [sex, years, weight, stage] = person.split(' ')
      const things = rest.split(';').map((one) => one.trim())
      const tagged = (tag: string): string[] =>
        things.filter((one) => one.startsWith(tag)).map((one) => one.slice(tag.length))
      return {
        id: `${prefix}_${String(at + 1).padStart(2, '0')}`,
        items: things.filter((one) => !/^(?:med|cond):/.test(one)).map(itemOf),
        medications: tagged('med:'),
        conditions: tagged('cond:'),
        subject: {
          ageMonths: Number(years) * 12,
          sex: sex === 'f' ? 'female' : 'male',
          weightKg: Number(weight),
          egfr: 95,
          smoker: false,
          alcohol: false,
          dopingControlled: false,
          ...(sex === 'f'
            ? { pregnant: stage === 'pregnant', breastfeeding: stage === 'lactating', trying: false }
            : {}),
        },
      }
    })

export const SAFE_STACKS: readonly SafeStack[] = [...stacksOf('safe_ru', RUSSIAN), ...stacksOf('safe_en', ENGLISH)]
