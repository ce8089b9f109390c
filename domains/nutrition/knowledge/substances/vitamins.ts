import type { Substance } from '../shapes.ts'
import { s } from './make.ts'

// "а", "в", "с", "е", "к" are written in Cyrillic and in Latin by the same person: both spellings are listed.
export const VITAMINS: readonly Substance[] = [
  // Retinol is preformed vitamin A only, counted in mcg RAE; beta-carotene is its own substance.
  s(
    'retinol',
    'vitamin',
    'mcg',
    ['витамин А', 'vitamin A'],
    [
      'витамин a, вит а, вит a, вит. а, вит. a, ретинол, аксерофтол',
      'vit a, retinol, preformed vitamin a, axerophthol',
    ],
    { look: 'ретиноиды, резорцинол, бета-каротин, витамин д, витамин е, beta-carotene, resveratrol, retinoid cream' },
  ),
  s(
    'beta_carotene',
    'vitamin',
    'mg',
    ['бета-каротин', 'beta-carotene'],
    [
      'бета каротин, бетакаротин, β-каротин, b-каротин, провитамин а, провитамин a, каротин',
      'beta carotene, betacarotene, b-carotene, β-carotene, provitamin a, carotene',
    ],
    { look: 'л-карнитин, карнитин, l-carnitine, carnitine, креатин, creatine, кератин, keratin, каротиноиды' },
  ),
  s(
    'vitamin_c',
    'vitamin',
    'mg',
    ['витамин С', 'vitamin C'],
    [
      'витамин c, вит с, вит c, вит. с, вит. c, аскорбиновая кислота, аскорбиновая, аскорбинка, аскорбат',
      'vit c, ascorbic acid, ascorbate, l-ascorbic acid',
    ],
    { look: 'витамин е, витамин в, аспирин, аспарагин, asparagine, аскорутин, кальций, ca' },
  ),
  s(
    'vitamin_d',
    'vitamin',
    'mcg',
    ['витамин D', 'vitamin D'],
    [
      'витамин д, вит д, вит d, вит. д, вит. d, д3, d3, d 3, витамин д3, витамин d3, вит д3, вит d3, вит. д3, д2, витамин д2, витамин d2, кальциферол, дэшка',
      'vit d, d3, vit d3, vitamin d3, d2, vitamin d2, calciferol',
    ],
    {
      look: 'витамин б3, витамин b3, vitamin b3, дигоксин, кальций, кальцитонин, кальцитриол, calcitriol, альфакальцидол, alfacalcidol',
    },
  ),
  s(
    'vitamin_e',
    'vitamin',
    'mg',
    ['витамин Е', 'vitamin E'],
    ['витамин e, вит е, вит e, вит. е, вит. e, токоферол, токоферолы', 'vit e, tocopherol, tocopherols'],
    { look: 'витамин в, витамин b, vitamin b, витамин с, витамин f, е-добавка, e-number, токотриенол, эхинацея' },
  ),
  s(
    'vitamin_k',
    'vitamin',
    'mcg',
    ['витамин К', 'vitamin K'],
    [
      'витамин k, вит к, вит k, вит. к, вит. k, к1, k1, к2, k2, витамин к1, витамин k1, витамин к2, витамин k2',
      'vit k, k1, k2, vitamin k1, vitamin k2',
    ],
    { look: 'калий, potassium, k, кальций, calcium, хлорид калия, витамин в2, vitamin b2' },
  ),
  s(
    'b1',
    'vitamin',
    'mg',
    ['витамин B1', 'vitamin B1'],
    ['витамин в1, витамин б1, вит в1, вит b1, в1, б1, b1, тиамин, аневрин', 'vit b1, b1, thiamine, thiamin, aneurin'],
    { look: 'витамин b12, в12, b12, теанин, тианептин, theanine, tianeptine, vitamin b12' },
  ),
  s(
    'b2',
    'vitamin',
    'mg',
    ['витамин B2', 'vitamin B2'],
    [
      'витамин в2, витамин б2, вит в2, вит b2, в2, б2, b2, рибофлавин, лактофлавин',
      'vit b2, b2, riboflavin, riboflavine, lactoflavin',
    ],
    { look: 'витамин к2, k2, рибоксин, riboxin, d-рибоза, ribose, витамин b12, v2' },
  ),
  // Bare "vitamin PP" counts as nicotinic acid, the stricter of the two; nicotinamide has its own limit.
  s(
    'niacin',
    'vitamin',
    'mg',
    ['ниацин', 'niacin'],
    [
      'никотиновая кислота, никотинка, витамин b3, витамин в3, витамин б3, вит в3, вит b3, в3, б3, b3, витамин рр, витамин pp, вит рр, вит pp, рр, pp',
      'nicotinic acid, vitamin b3, vit b3, b3, vitamin pp',
    ],
    { look: 'никотин, nicotine, никотинамид, nicotinamide, витамин d3, витамин д3, vitamin d3, d3, ppi, орнитин' },
  ),
  s(
    'nicotinamide',
    'vitamin',
    'mg',
    ['никотинамид', 'nicotinamide'],
    ['ниацинамид, амид никотиновой кислоты', 'niacinamide, nicotinic acid amide'],
    {
      look: 'никотин, nicotine, никотиновая кислота, niacin, никотинамид рибозид, nicotinamide riboside, nmn, никетамид',
    },
  ),
  s(
    'b5',
    'vitamin',
    'mg',
    ['витамин B5', 'vitamin B5'],
    [
      'витамин в5, витамин б5, вит в5, вит b5, в5, б5, b5, пантотеновая кислота, пантотенат',
      'vit b5, b5, pantothenic acid, pantothenate',
    ],
    { look: 'пангамовая кислота, витамин b15, pangamic acid, витамин b6, пантогам, hopantenic acid, панты, пантокрин' },
  ),
  s(
    'b6',
    'vitamin',
    'mg',
    ['витамин B6', 'vitamin B6'],
    ['витамин в6, витамин б6, вит в6, вит b6, вит. в6, в6, б6, b6, пиридоксин', 'vit b6, b6, pyridoxine'],
    { look: 'витамин b12, витамин b5, пиридостигмин, pyridostigmine, пирацетам, piracetam, пиридин' },
  ),
  s(
    'biotin',
    'vitamin',
    'mcg',
    ['биотин', 'biotin'],
    ['витамин b7, витамин в7, витамин б7, в7, б7, b7, витамин h, витамин н, кофермент r', 'vitamin b7, b7, vitamin h'],
    { look: 'биодобавка, бетаин, betaine, бетанин, биота, biota, бифидобактерии, витамин n' },
  ),
  // Counted as folic acid: 1 mcg DFE is 0.6 mcg of it.
  s(
    'folate',
    'vitamin',
    'mcg',
    ['фолат', 'folate'],
    [
      'фолаты, фолиевая кислота, фолиевая, фолиевка, фолацин, витамин b9, витамин в9, витамин б9, вит в9, вит b9, в9, б9, b9, витамин вс, витамин м',
      'folates, folic acid, folacin, vitamin b9, vit b9, b9',
    ],
    { look: 'фолинат кальция, фолликул, follicle, фолитропин, follitropin, кислота, железо' },
  ),
  s(
    'b12',
    'vitamin',
    'mcg',
    ['витамин B12', 'vitamin B12'],
    [
      'витамин в12, витамин б12, вит в12, вит b12, вит б12, в12, б12, b12, кобаламин, кобаламины',
      'vit b12, b12, cobalamin, cobalamins',
    ],
    { look: 'витамин b1, витамин в1, vitamin b1, b1, b2, кобальт, cobalt, витамин b6' },
  ),
  s(
    'choline',
    'vitamin',
    'mg',
    ['холин', 'choline'],
    ['витамин b4, витамин в4, витамин б4, в4, б4, b4', 'vitamin b4, b4'],
    { look: 'холестерин, cholesterol, холекальциферол, cholecalciferol, ацетилхолин, холинэстераза, лецитин' },
  ),
  s(
    'inositol',
    'other',
    'mg',
    ['инозитол', 'inositol'],
    ['инозит, мио-инозитол, миоинозитол, мио инозитол, витамин b8, в8, b8', 'myo-inositol, myoinositol, myo inositol'],
    { look: 'инозин, inosine, изомальт, изониазид, инсулин, insulin, инулин, inulin' },
  ),
  s('rutin', 'other', 'mg', ['рутин', 'rutin'], ['рутозид, витамин р, витамин p, вит р', 'rutoside, vitamin p'], {
    look: 'витамин рр, витамин pp, vitamin pp, кверцетин, аскорутин, рутений, routine',
  }),
  s(
    'paba',
    'other',
    'mg',
    ['парааминобензойная кислота', 'para-aminobenzoic acid'],
    ['пабк, витамин b10, витамин в10, витамин н1', 'paba, p-aminobenzoic acid'],
    { look: 'габа, gaba, гамк, gamma-aminobutyric acid, бензойная кислота' },
  ),
  s('lutein', 'other', 'mg', ['лютеин', 'lutein'], ['лютеин с зеаксантином, ксантофилл', 'lutein and zeaxanthin'], {
    look: 'лютеинизирующий гормон, lutropin, лейцин, leucine, лютеолин, luteolin',
  }),
  s('zeaxanthin', 'other', 'mg', ['зеаксантин', 'zeaxanthin'], ['', ''], {
    look: 'астаксантин, astaxanthin, кантаксантин',
  }),
  s('lycopene', 'other', 'mg', ['ликопин', 'lycopene'], ['ликопен', ''], { look: 'ликоподиум, lycopodium, лизин' }),
  s('astaxanthin', 'other', 'mg', ['астаксантин', 'astaxanthin'], ['', ''], { look: 'зеаксантин, zeaxanthin' }),
]
