import type { Form } from '../shapes.ts'
import { f, salts } from './make.ts'

export const SALT_FORMS: readonly Form[] = [
  ...salts(
    'magnesium',
    `
    oxide | 0.603 | оксид, окись | oxide
    citrate | 0.162 | цитрат | citrate
    lactate | 0.102 | лактат, лактат дигидрат | lactate, lactate dihydrate
    bisglycinate | 0.141 | бисглицинат, глицинат, диглицинат, хелат | bisglycinate, glycinate, diglycinate, chelate
    malate | 0.155 | малат | malate
    orotate | 0.073 | оротат | orotate
    threonate | 0.083 | треонат, l-треонат | threonate, l-threonate
    chloride | 0.12 | хлорид | chloride
    taurate | 0.089 | таурат, тауринат | taurate
    aspartate | 0.084 | аспартат, аспарагинат | aspartate
    sulfate | 0.099 | сульфат | sulfate, sulphate
    hydroxide | 0.417 | гидроксид | hydroxide
    carbonate | 0.288 | карбонат | carbonate
    gluconate | 0.059 | глюконат | gluconate
    glycerophosphate | 0.125 | глицерофосфат | glycerophosphate
    pidolate | 0.087 | пидолат | pidolate`,
  ),
  f(
    'epsom_salt',
    'magnesium',
    0.099,
    ['английская соль', 'Epsom salt'],
    ['горькая соль, магнезия, порошок магнезии', 'epsom salts, magnesia'],
  ),
  ...salts(
    'calcium',
    `
    carbonate | 0.4 | карбонат | carbonate
    citrate | 0.21 | цитрат | citrate
    gluconate | 0.089 | глюконат | gluconate
    lactate | 0.13 | лактат | lactate
    citrate_malate | 0.238 | цитрат-малат, цитрат малат | citrate malate
    phosphate | 0.388 | фосфат, трифосфат | phosphate, tricalcium phosphate
    hydrogen_phosphate | 0.295 | гидрофосфат, дикальцийфосфат | hydrogen phosphate, dicalcium phosphate
    hydroxyapatite | 0.399 | гидроксиапатит | hydroxyapatite
    glycerophosphate | 0.191 | глицерофосфат | glycerophosphate
    chloride | 0.361 | хлорид, хлористый | chloride
    bisglycinate | 0.213 | бисглицинат | bisglycinate`,
  ),
  f(
    'chalk',
    'calcium',
    0.4,
    ['мел', 'chalk'],
    ['пищевой мел, порошок яичной скорлупы, яичная скорлупа, коралловый кальций', 'eggshell powder, coral calcium'],
  ),
  ...salts(
    'zinc',
    `
    sulfate | 0.364 | сульфат, сульфат моногидрат | sulfate, sulphate, sulfate monohydrate
    sulfate_heptahydrate | 0.227 | сульфат гептагидрат, сульфата гептагидрат | sulfate heptahydrate
    gluconate | 0.143 | глюконат | gluconate
    citrate | 0.34 | цитрат | citrate
    picolinate | 0.21 | пиколинат | picolinate
    oxide | 0.8 | оксид, окись | oxide
    acetate | 0.298 | ацетат | acetate
    bisglycinate | 0.306 | бисглицинат, хелат, глицинат | bisglycinate, chelate, glycinate
    aspartate | 0.199 | аспартат, аспарагинат | aspartate
    lactate | 0.269 | лактат | lactate
    orotate | 0.174 | оротат | orotate
    carnosine | 0.225 | карнозин | carnosine
    monomethionine | 0.306 | монометионин, метионинат | monomethionine, methionine`,
  ),
  ...salts(
    'iron',
    `
    sulfate | 0.368 | сульфат, сульфат сухой, сернокислое | sulfate, sulphate, sulfate dried
    sulfate_heptahydrate | 0.2 | сульфат гептагидрат, сульфата гептагидрат, железный купорос | sulfate heptahydrate
    fumarate | 0.33 | фумарат | fumarate
    gluconate | 0.116 | глюконат | gluconate
    bisglycinate | 0.27 | бисглицинат, хелат, глицинат | bisglycinate, chelate, glycinate
    pyrophosphate | 0.25 | пирофосфат, липосомальное, сукросомиальное | pyrophosphate, liposomal, sucrosomial
    protein_succinylate | 0.05 | протеин сукцинилат | protein succinylate
    citrate | 0.228 | цитрат | citrate
    carbonyl | 1 | карбонильное | carbonyl
    chloride | 0.207 | хлорид | chloride`,
  ),
  f(
    'ferrous_sulfate',
    'iron',
    0.368,
    ['сульфат двухвалентного железа', 'ferrous sulfate'],
    ['железа сульфат двухвалентный', 'ferrous sulphate'],
  ),
  f('ferrous_fumarate', 'iron', 0.33, ['фумарат двухвалентного железа', 'ferrous fumarate']),
  f('ferrous_gluconate', 'iron', 0.116, ['глюконат двухвалентного железа', 'ferrous gluconate']),
  f('ferrous_bisglycinate', 'iron', 0.27, ['бисглицинат двухвалентного железа', 'ferrous bisglycinate']),
  // Labels give the iron of the polymaltose complex, not the mass of the complex.
  f(
    'iron_polymaltose',
    'iron',
    1,
    ['полимальтозный комплекс железа', 'iron polymaltose'],
    [
      'железа гидроксид полимальтозат, железа полимальтозат, гидроксид железа полимальтозат, железа (iii) гидроксид полимальтозат',
      'iron polymaltose complex, ferric hydroxide polymaltose',
    ],
    { source: 'ru_label_grls' },
  ),
  ...salts(
    'potassium',
    `
    chloride | 0.524 | хлорид, хлористый | chloride
    citrate | 0.36 | цитрат | citrate
    bicarbonate | 0.39 | бикарбонат, гидрокарбонат | bicarbonate
    aspartate | 0.228 | аспарагинат, аспартат | aspartate
    gluconate | 0.167 | глюконат | gluconate
    orotate | 0.201 | оротат | orotate
    phosphate | 0.287 | фосфат, дигидрофосфат | phosphate`,
  ),
  ...salts(
    'sodium',
    `
    citrate | 0.235 | цитрат | citrate
    acetate | 0.28 | ацетат | acetate`,
  ),
  // Soda in a dose is the substance `bicarbonate`; this form is for the soda of an effervescent tablet.
  f('sodium_bicarbonate', 'sodium', 0.274, ['натрий соды', 'sodium of soda']),
  f(
    'sodium_chloride',
    'sodium',
    0.393,
    ['поваренная соль', 'sodium chloride'],
    [
      'соль, столовая соль, морская соль, йодированная соль, натрия хлорид, хлорид натрия, хлористый натрий, гималайская соль',
      'salt, table salt, sea salt, nacl, iodised salt, himalayan salt',
    ],
  ),
  ...salts(
    'copper',
    `
    sulfate | 0.255 | сульфат | sulfate, sulphate
    gluconate | 0.14 | глюконат | gluconate
    citrate | 0.353 | цитрат | citrate
    oxide | 0.799 | оксид | oxide
    bisglycinate | 0.3 | бисглицинат, хелат | bisglycinate, chelate`,
  ),
  ...salts(
    'manganese',
    `
    sulfate | 0.325 | сульфат | sulfate, sulphate
    gluconate | 0.123 | глюконат | gluconate
    citrate | 0.303 | цитрат | citrate
    bisglycinate | 0.27 | бисглицинат, хелат | bisglycinate, chelate`,
  ),
  ...salts(
    'chromium',
    `
    picolinate | 0.124 | пиколинат | picolinate
    polynicotinate | 0.124 | полиникотинат, никотинат | polynicotinate, nicotinate
    chloride | 0.195 | хлорид | chloride`,
  ),
  ...salts(
    'boron',
    `
    citrate | 0.05 | цитрат | citrate
    glycinate | 0.05 | глицинат | glycinate`,
  ),
  f('boric_acid', 'boron', 0.175, ['борная кислота', 'boric acid']),
  f('borax', 'boron', 0.113, ['бура', 'borax'], ['тетраборат натрия, натрия тетраборат', 'sodium tetraborate']),
  f(
    'potassium_iodide',
    'iodine',
    0.764,
    ['йодид калия', 'potassium iodide'],
    ['калия йодид, калий йодид, калий йодистый', 'ki'],
  ),
  f('potassium_iodate', 'iodine', 0.593, ['йодат калия', 'potassium iodate'], ['калия йодат', '']),
  f('sodium_iodide', 'iodine', 0.847, ['йодид натрия', 'sodium iodide'], ['натрия йодид', '']),
  f(
    'sodium_selenite',
    'selenium',
    0.46,
    ['селенит натрия', 'sodium selenite'],
    ['натрия селенит, селенит', 'selenite'],
  ),
  f('sodium_selenate', 'selenium', 0.418, ['селенат натрия', 'sodium selenate'], ['натрия селенат', '']),
  f(
    'selenomethionine',
    'selenium',
    0.4,
    ['селенометионин', 'selenomethionine'],
    ['l-селенометионин, селен метионин', 'l-selenomethionine'],
  ),
  // A yeast label gives selenium itself.
  f(
    'selenium_yeast',
    'selenium',
    1,
    ['селеновые дрожжи', 'selenium yeast'],
    ['селен из дрожжей, дрожжевой селен', 'selenised yeast, high-selenium yeast'],
    { source: 'ods' },
  ),
  f('sodium_molybdate', 'molybdenum', 0.397, ['молибдат натрия', 'sodium molybdate'], ['натрия молибдат', '']),
  f('ammonium_molybdate', 'molybdenum', 0.543, ['молибдат аммония', 'ammonium molybdate'], ['аммония молибдат', '']),
  f('sodium_fluoride', 'fluoride', 0.452, ['фторид натрия', 'sodium fluoride'], ['натрия фторид', '']),
  f('lithium_orotate_salt', 'lithium_orotate', 0.043, ['соль оротовой кислоты и лития', 'lithium salt of orotic acid']),
]
