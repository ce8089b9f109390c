import type { Substance } from '../shapes.ts'
import { s } from './make.ts'

// "mg" is no name of magnesium (a unit), "i" none of iodine and "b" none of boron (words and letters of vitamins).
export const MINERALS: readonly Substance[] = [
  s(
    'calcium',
    'mineral',
    'mg',
    ['кальций', 'calcium'],
    ['са, ca, са2+, ca2+, элементарный кальций', 'ca, ca2+, elemental calcium'],
    {
      groups: 'polyvalent_cations',
      look: 'калий, potassium, bcaa, бцаа, bca, кальцитонин, кальцитриол, кальмар, caa, витамин с, кальциферол',
    },
  ),
  s('phosphorus', 'mineral', 'mg', ['фосфор', 'phosphorus'], ['фосфаты', 'phosphate, phosphates'], {
    look: 'фосфатидилсерин, phosphatidylserine, фосфоглив, фосфокреатин, фосфолипиды, phospholipids, витамин р',
  }),
  s(
    'magnesium',
    'mineral',
    'mg',
    ['магний', 'magnesium'],
    ['магнезиум, mg2+, элементарный магний', 'mg2+, elemental magnesium'],
    { groups: 'polyvalent_cations', look: 'марганец, manganese, магнит, магнитотерапия, магнолия, magnolia, мг, mg' },
  ),
  s(
    'potassium',
    'mineral',
    'mg',
    ['калий', 'potassium'],
    ['k, k+, элементарный калий, kalium', 'k, k+, kalium, elemental potassium'],
    { look: 'кальций, calcium, витамин к, витамин k, vitamin k, к1, k1, к2, k2, каланхоэ, калина, ккал' },
  ),
  s('sodium', 'mineral', 'mg', ['натрий', 'sodium'], ['na, na+', 'na, na+'], {
    look: 'на, соль с калием, salt substitute, натто, natto, натрийуретический пептид, сода, nac, nad',
  }),
  s(
    'iron',
    'mineral',
    'mg',
    ['железо', 'iron'],
    [
      'fe, феррум, элементарное железо, fe2+, fe3+, двухвалентное железо, трёхвалентное железо',
      'fe, ferrum, elemental iron, fe2+, fe3+, ferrous iron, ferric iron',
    ],
    {
      groups: 'polyvalent_cations',
      look: 'железы, щитовидная железа, предстательная железа, ферритин, ferritin, лактоферрин, lactoferrin',
    },
  ),
  s('zinc', 'mineral', 'mg', ['цинк', 'zinc'], ['zn, zn2+, элементарный цинк', 'zn, zn2+, zincum, elemental zinc'], {
    groups: 'polyvalent_cations',
    look: 'цинния, zinnia, цинковая мазь, цинковая паста, цинхона',
  }),
  s('copper', 'mineral', 'mg', ['медь', 'copper'], ['cu, cu2+, купрум', 'cu, cu2+, cuprum'], {
    look: 'мёд, мед, honey, медуница, медведка, медный купорос, прополис, copperhead',
  }),
  s('iodine', 'mineral', 'mcg', ['йод', 'iodine'], ['иод, йодид, йодиды, иодум', 'iodide, iodum'], {
    look: 'йодоформ, йогурт, йохимбе, йохимбин, люголь, йодная сетка, yohimbe',
  }),
  s('selenium', 'mineral', 'mcg', ['селен', 'selenium'], ['se', 'se'], {
    look: 'сельдерей, celery, селенид, селегилин, selegiline, силен, силений, кремний, silicon',
  }),
  s('manganese', 'mineral', 'mg', ['марганец', 'manganese'], ['mn, манган', 'mn'], {
    look: 'магний, magnesium, марганцовка, перманганат калия, potassium permanganate, манго, mango',
  }),
  s('molybdenum', 'mineral', 'mcg', ['молибден', 'molybdenum'], ['mo', 'mo'], { look: 'молозиво, colostrum, мелисса' }),
  s('chromium', 'mineral', 'mcg', ['хром', 'chromium'], ['cr', 'cr, chrome'], {
    groups: 'hypoglycaemic',
    look: 'кром, бром, bromine, креатин, хромогликат, cromoglicate',
  }),
  s('boron', 'mineral', 'mg', ['бор', 'boron'], ['', 'borate'], {
    look: 'боровая матка, ортилия, orthilia, бораго, borage, боярышник, бром, bromine, боровик',
  }),
  s('fluoride', 'mineral', 'mg', ['фтор', 'fluoride'], ['фторид', 'fluorine'], {
    look: 'фторхинолон, fluoroquinolone, фторурацил, fluorouracil, флуоксетин, fluoxetine',
  }),
  s(
    'aluminium',
    'mineral',
    'mg',
    ['алюминий', 'aluminium'],
    [
      'al, гидроксид алюминия, алюминия гидроксид, алюминия фосфат',
      'al, aluminum, aluminium hydroxide, aluminum hydroxide, aluminium phosphate, aluminum phosphate',
    ],
    { groups: 'polyvalent_cations', look: 'ала, ala, алоэ, aloe, алюминиевая фольга, квасцы' },
  ),
  s(
    'lithium_orotate',
    'mineral',
    'mg',
    ['оротат лития', 'lithium orotate'],
    ['литий, лития оротат, li', 'lithium, li'],
    {
      look: 'карбонат лития, лития карбонат, lithium carbonate, литиевая батарейка, магния оротат, magnesium orotate',
    },
  ),
  s(
    'silver',
    'other',
    'mg',
    ['коллоидное серебро', 'colloidal silver'],
    ['серебро, ag, ионное серебро, серебряная вода', 'silver, ag, ionic silver, silver water'],
    { look: 'серебряный карась, серебрянка, силибин, silybin, silverweed' },
  ),
  s(
    'silicon',
    'mineral',
    'mg',
    ['кремний', 'silicon'],
    ['si, диоксид кремния, белый уголь, ортокремниевая кислота', 'si, silica, silicon dioxide, orthosilicic acid'],
    { look: 'креатин, силикон, silicone, крем, селен, selenium' },
  ),
  s(
    'vanadium',
    'mineral',
    'mg',
    ['ванадий', 'vanadium'],
    ['сульфат ванадила, ванадил сульфат', 'vanadyl sulfate, vanadyl sulphate'],
    { look: 'ваниль, vanilla, ванилин' },
  ),
  s('cobalt', 'mineral', 'mcg', ['кобальт', 'cobalt'], ['', ''], { look: 'кобаламин, cobalamin, витамин b12' }),
  s('nickel', 'mineral', 'mcg', ['никель', 'nickel'], ['', ''], { look: 'никотин, nicotine' }),
  s('tin', 'mineral', 'mcg', ['олово', 'tin'], ['', ''], { look: 'оливковое масло, olive oil' }),
  // Mixtures of unknown composition: their own entries, so that a rule can name them.
  s(
    'electrolytes',
    'mineral',
    'mg',
    ['электролиты', 'electrolytes'],
    [
      'изотоник, регидратационная соль, солевой раствор для питья, регидрон-подобный раствор, электролитный напиток, соли для спорта, солевые таблетки',
      'electrolyte, electrolyte drink, sports drink, isotonic drink, oral rehydration salts, salt tablets',
    ],
    { look: 'электрофорез, электрод, electrolysis, электронная сигарета, изотретиноин, isotretinoin' },
  ),
  s(
    'bicarbonate',
    'other',
    'g',
    ['бикарбонат натрия', 'sodium bicarbonate'],
    [
      'натрия бикарбонат, гидрокарбонат натрия, натрия гидрокарбонат, бикарбонат, сода, пищевая сода, питьевая сода, nahco3',
      'bicarbonate, baking soda, bicarb, sodium hydrogen carbonate, nahco3',
    ],
    {
      parts: 'sodium:274',
      look: 'газировка, содовая, sodium, карбонат кальция, baking powder, разрыхлитель',
    },
  ),
]
