import type { Substance } from '../shapes.ts'
import { s } from './make.ts'

// `protein` is the total of a day's protein, and a powder of unknown source: "протеин" alone says nothing of milk or soy.
export const PROTEINS: readonly Substance[] = [
  s(
    'protein',
    'protein',
    'g',
    ['белок', 'protein'],
    [
      'протеин, протеины, белковый порошок, протеиновый порошок, протеиновый коктейль, белковый коктейль, растительный протеин, говяжий протеин',
      'protein powder, protein shake, plant protein, beef protein',
    ],
    {
      groups: 'protein_source',
      allergens: 'milk:by_source soy:by_source egg:by_source gluten:may',
      look: 'протеиназа, протеасома',
    },
  ),
  s(
    'whey',
    'protein',
    'g',
    ['сывороточный протеин', 'whey protein'],
    [
      'сывороточный белок, молочная сыворотка, вей, вэй протеин, изолят сывороточного белка, изолят сыворотки, изолят, сывороточный изолят, сывороточка, концентрат сывороточного белка, гидролизат сывороточного белка, изолят протеина',
      'whey, whey isolate, whey concentrate, whey hydrolysate, whey protein isolate',
    ],
    {
      groups: 'protein_source',
      allergens: 'milk',
      look: 'соевый изолят, soy isolate, сыворотка для лица, face serum, противостолбнячная сыворотка',
    },
  ),
  s(
    'casein',
    'protein',
    'g',
    ['казеин', 'casein'],
    [
      'казеиновый протеин, мицеллярный казеин, казеинат, казеинат кальция, ночной протеин',
      'caseinate, micellar casein, calcium caseinate',
    ],
    { groups: 'protein_source', allergens: 'milk', look: 'казинаки, кофеин, caffeine' },
  ),
  s(
    'soy_protein',
    'protein',
    'g',
    ['соевый протеин', 'soy protein'],
    ['соевый белок, изолят соевого белка, соевый изолят', 'soya protein, soy protein isolate, soy isolate'],
    {
      groups: 'protein_source',
      allergens: 'soy',
      look: 'соевый соус, soy sauce, соевые изофлавоны, soy isoflavones, соевый лецитин',
    },
  ),
  s(
    'egg_protein',
    'protein',
    'g',
    ['яичный протеин', 'egg protein'],
    ['яичный белок, альбумин, яичный альбумин, овальбумин', 'egg white protein, egg albumin, egg white'],
    {
      groups: 'protein_source',
      allergens: 'egg',
      look: 'яичная скорлупа, eggshell',
    },
  ),
  s(
    'pea_protein',
    'protein',
    'g',
    ['гороховый протеин', 'pea protein'],
    ['гороховый белок, изолят горохового белка', 'pea protein isolate'],
    { groups: 'protein_source', look: 'peanut protein, арахисовый белок, нутовый белок, chickpea' },
  ),
  s(
    'gainer',
    'protein',
    'g',
    ['гейнер', 'gainer'],
    ['гейнер для набора массы, углеводно-белковая смесь, белково-углеводная смесь', 'mass gainer, weight gainer'],
    {
      groups: 'protein_source carbohydrate_source',
      allergens: 'milk:by_source soy:by_source gluten:may egg:may',
      look: 'трейнер, тренер, trainer',
    },
  ),
  s(
    'colostrum',
    'protein',
    'g',
    ['молозиво', 'colostrum'],
    ['колострум, бычье молозиво, коровье молозиво', 'bovine colostrum'],
    { groups: 'protein_source', allergens: 'milk', look: 'молибден, колостома, colostomy, molybdenum' },
  ),
  s(
    'collagen',
    'protein',
    'g',
    ['коллаген', 'collagen'],
    [
      'коллагеновые пептиды, гидролизат коллагена, гидролизованный коллаген, морской коллаген, рыбный коллаген, говяжий коллаген, коллаген 2 типа, неденатурированный коллаген',
      'collagen peptides, hydrolysed collagen, hydrolyzed collagen, marine collagen, bovine collagen, type ii collagen',
    ],
    {
      allergens: 'fish:by_source egg:by_source gelatin_allergy:by_source',
      look: 'коллагеназа, collagenase, коларгол, collargol, коллагеновая маска',
    },
  ),
  s('lactoferrin', 'protein', 'mg', ['лактоферрин', 'lactoferrin'], ['апролактоферрин', 'apolactoferrin'], {
    allergens: 'milk',
    look: 'лактоза, lactose, ферритин, ferritin, лактобактерии, железо',
  }),
  s(
    'carbohydrate',
    'other',
    'g',
    ['углеводы', 'carbohydrate'],
    [
      'углевод, карбо, мальтодекстрин, декстроза, глюкоза, углеводный гель, энергетический гель, спортивный гель, циклодекстрин, изомальтулоза',
      'carbs, carbohydrates, maltodextrin, dextrose, glucose, energy gel, carb gel, cyclic dextrin, isomaltulose',
    ],
    {
      groups: 'carbohydrate_source',
      look: 'гидроуголь, активированный уголь, глюкозамин, глюкоманнан, glucosamine, глюконат',
    },
  ),
]
