import type { Substance } from '../shapes.ts'
import { s } from './make.ts'

// What people ask about by name; the engine answers, it never proposes. `_s`: a medicine as an athlete takes it.
export const DOPING_SUBSTANCES: readonly Substance[] = [
  s(
    'dmaa',
    'doping',
    'mg',
    ['DMAA', 'DMAA'],
    [
      'дмаа, 1,3-дмаа, геранамин, экстракт герани, герань, метилгексанамин, диметиламиламин',
      '1 3-dimethylamylamine, dimethylamylamine, methylhexanamine, methylhexaneamine, geranamine, geranium extract',
    ],
    { groups: 'stimulant doping_s6', look: 'дмаэ, dmae, dmha, димедрол, гераниол, маа' },
  ),
  s(
    'dmha',
    'doping',
    'mg',
    ['DMHA', 'DMHA'],
    ['дмга, диметилгексиламин, 2-аминоизогептан', 'dimethylhexylamine, 2-aminoisoheptane, juglans regia extract'],
    { groups: 'stimulant doping_s6', look: 'dha, дгк, dmaa, dhea, дгэа, dmae' },
  ),
  s('higenamine', 'doping', 'mg', ['хигенамин', 'higenamine'], ['норкоклаурин, гигенамин', 'norcoclaurine'], {
    groups: 'stimulant',
    look: 'гигиена, hygiene, гистамин, histamine, метенамин',
  }),
  s('octopamine', 'doping', 'mg', ['октопамин', 'octopamine'], ['норсинефрин', 'norsynephrine'], {
    groups: 'stimulant doping_s6',
    look: 'допамин, dopamine, октреотид, octodrine',
  }),
  s('octodrine', 'doping', 'mg', ['октодрин', 'octodrine'], ['', '1 5-dmha'], {
    groups: 'stimulant doping_s6',
    look: 'октопамин, octopamine',
  }),
  s('dmba', 'doping', 'mg', ['DMBA', 'DMBA'], ['дмба, диметилбутиламин', 'dimethylbutylamine, amp citrate'], {
    groups: 'stimulant doping_s6',
    look: 'dmaa, dmha, gaba',
  }),
  s(
    'bmpea',
    'doping',
    'mg',
    ['BMPEA', 'BMPEA'],
    ['бета-метилфенилэтиламин, бмфэа', 'beta-methylphenethylamine, acacia rigidula'],
    { groups: 'stimulant doping_s6', look: 'pea, pea protein, фенилэтиламин, phenylethylamine' },
  ),
  s(
    'pea_stimulant',
    'stimulant',
    'mg',
    ['фенилэтиламин', 'phenylethylamine'],
    ['фэа, бета-фенилэтиламин', 'phenethylamine, beta-phenylethylamine'],
    {
      groups: 'stimulant',
      look: 'пальмитоилэтаноламид, palmitoylethanolamide, горох, pea protein, фенилаланин, phenylalanine',
    },
  ),
  s('hordenine', 'stimulant', 'mg', ['хорденин', 'hordenine'], ['горденин', ''], {
    groups: 'stimulant',
    look: 'ячмень, barley',
  }),
  s(
    'dhea',
    'hormone',
    'mg',
    ['ДГЭА', 'DHEA'],
    ['дгэа-с, дегидроэпиандростерон, прастерон', 'dehydroepiandrosterone, prasterone'],
    { groups: 'prohormones', look: 'dha, дгк, dmha, dmae, омега-3, омега 3' },
  ),
  s(
    'prohormone',
    'doping',
    'mg',
    ['прогормон', 'prohormone'],
    [
      'прогормоны, андростендион, 1-андро, 4-андро, прогормональный комплекс',
      'prohormones, androstenedione, 1-andro, 4-andro, 1-andros',
    ],
    {
      groups: 'prohormones',
      look: 'прополис, прогестерон, progesterone, тестостероновый бустер, testosterone booster',
    },
  ),
  s(
    'sarm',
    'doping',
    'mg',
    ['SARM', 'SARM'],
    [
      'сарм, сармы, sarms, остарин, mk-2866, лигандрол, lgd-4033, рад-140, rad-140, rad140, тестолон, андарин, s4 андарин, s23, yk-11',
      'sarms, ostarine, enobosarm, mk-2866, ligandrol, lgd-4033, lgd4033, rad-140, rad140, testolone, andarine, yk-11, s-23',
    ],
    { groups: 'sarms hepatotoxic', look: 'sars, орви, s4, mk-7, мк-7' },
  ),
  s('ibutamoren', 'doping', 'mg', ['ибутаморен', 'ibutamoren'], ['mk-677, мк-677', 'mk-677, mk677'], {
    look: 'mk-7, мк-7, mk-2866, ибупрофен, ibuprofen',
  }),
  s(
    'meldonium',
    'doping',
    'mg',
    ['мельдоний', 'meldonium'],
    ['милдронат, кардионат, мельдония дигидрат, мелдоний, идринол, милдроксин', 'mildronate, mildronat'],
    { groups: 'doping_s4', look: 'мелатонин, melatonin, мельхиор, мемантин, memantine, мелоксикам' },
  ),
  s(
    'trimetazidine_s',
    'doping',
    'mg',
    ['триметазидин', 'trimetazidine'],
    [
      'предуктал, предуктал мв, предуктал од, депренорм, ангиозил, тридукард, римекор',
      'preductal, vastarel, trimetazidin, predozone',
    ],
    {
      groups: 'doping_s4',
      look: 'триметоприм, trimethoprim, тримебутин, trimebutine',
    },
  ),
  s(
    'fonturacetam',
    'doping',
    'mg',
    ['фонтурацетам', 'fonturacetam'],
    ['фенотропил, фенилпирацетам, нанотропил, актитропил', 'phenylpiracetam, phenotropil, carphedon'],
    { groups: 'stimulant doping_s6', look: 'пирацетам, piracetam, фенотерол, fenoterol, фенибут, phenibut' },
  ),
  s('bromantane', 'doping', 'mg', ['бромантан', 'bromantane'], ['ладастен', 'ladasten'], {
    groups: 'stimulant doping_s6',
    look: 'амантадин, amantadine, мемантин, бромелайн, bromelain, бром',
  }),
  s('mesocarb', 'doping', 'mg', ['мезокарб', 'mesocarb'], ['сиднокарб', 'sydnocarb'], {
    groups: 'stimulant doping_s6',
    look: 'мезатон, мезим',
  }),
  s(
    'gw501516',
    'doping',
    'mg',
    ['GW501516', 'GW501516'],
    ['кардарин, gw-501516, gw 501516, эндуробол', 'cardarine, gw-501516, gw 501516, endurobol'],
    { groups: 'doping_s4', look: 'кордарон, cordarone, кардамон, cardamom' },
  ),
  s('sr9009', 'doping', 'mg', ['SR9009', 'SR9009'], ['стенаболик, sr-9009, sr 9009', 'stenabolic, sr-9009, sr 9009'], {
    groups: 'doping_s4',
    look: 'анаболик, anabolic',
  }),
  s(
    'bpc_157',
    'doping',
    'mcg',
    ['BPC-157', 'BPC-157'],
    ['bpc 157, bpc157, впс-157, бпс-157, бпц-157, пептид bpc', 'bpc 157, bpc157, pentadecapeptide bpc'],
    { look: 'bcaa, bpa' },
  ),
  s(
    'tb_500',
    'doping',
    'mcg',
    ['TB-500', 'TB-500'],
    ['tb 500, tb500, тимозин бета-4, тб-500', 'tb 500, tb500, thymosin beta-4'],
    { look: 'тималин, тимоген, туберкулёз' },
  ),
  s('clenbuterol', 'doping', 'mcg', ['кленбутерол', 'clenbuterol'], ['клен, кленбутирол', 'clen'], {
    groups: 'stimulant',
    look: 'кленовый сироп, maple syrup, салбутамол, salbutamol, бутират',
  }),
  s(
    'epo',
    'doping',
    'mcg',
    ['эритропоэтин', 'erythropoietin'],
    [
      'эпо, epo, эпоэтин, дарбэпоэтин, эпокрин, эральфон, рекормон, мирцера, аранесп',
      'epo, epoetin, darbepoetin, epogen, eprex, recormon, aranesp, mircera',
    ],
    { look: 'epa, эпк, evening primrose oil, масло примулы вечерней' },
  ),
  s('growth_hormone', 'doping', 'mg', ['гормон роста', 'growth hormone'], ['соматропин', 'hgh, somatropin, gh'], {
    look: 'ghrp, чайный гриб',
  }),
  s(
    'igf_1',
    'doping',
    'mcg',
    ['ИФР-1', 'IGF-1'],
    ['инсулиноподобный фактор роста', 'igf 1, insulin-like growth factor, mecasermin'],
    { look: 'ige, igg, инсулин, insulin' },
  ),
  s(
    'arimistane',
    'doping',
    'mg',
    ['аримистан', 'arimistane'],
    ['андроста-3,5-диен-7,17-дион', 'androsta-3 5-diene-7 17-dione'],
    { groups: 'doping_s4', look: 'аримидекс, arimidex, анастрозол, anastrozole' },
  ),
  s(
    'sibutramine',
    'doping',
    'mg',
    ['сибутрамин', 'sibutramine'],
    ['редуксин, меридиа, линдакса, голдлайн, слимия', 'meridia, reductil, reduxin, reduxade'],
    {
      groups: 'stimulant doping_s6',
      look: 'сибирский женьшень, тримебутин, бутират',
    },
  ),
  s(
    'modafinil_s',
    'doping',
    'mg',
    ['модафинил', 'modafinil'],
    ['армодафинил, адрафинил, модалерт, провигил, модиодал', 'armodafinil, adrafinil, provigil, modalert'],
    {
      groups: 'stimulant doping_s6',
      look: 'моклобемид, moclobemide, модитен',
    },
  ),
  s(
    'thc',
    'doping',
    'mg',
    ['ТГК', 'THC'],
    [
      'тетрагидроканнабинол, каннабис, марихуана, гашиш, конопля',
      'tetrahydrocannabinol, cannabis, marijuana, hashish, weed',
    ],
    {
      groups: 'sedative',
      look: 'cbd, кбд, каннабидиол, конопляное масло, hemp seed oil, семена конопли, hemp protein',
    },
  ),
  s(
    'ecdysterone',
    'other',
    'mg',
    ['экдистерон', 'ecdysterone'],
    [
      'экдистен, бета-экдистерон, 20-гидроксиэкдизон, турккестерон, туркестерон',
      'ecdisten, beta-ecdysterone, 20-hydroxyecdysone, turkesterone',
    ],
    { look: 'левзея, leuzea, эстрадиол, тестостерон' },
  ),
  s(
    'mexidol',
    'other',
    'mg',
    ['этилметилгидроксипиридина сукцинат', 'ethylmethylhydroxypyridine succinate'],
    ['мексидол, эмоксипин-сукцинат, мексикор, мексиприм, нейрокс', 'mexidol, emoxypine succinate, emoxypine, mexicor'],
    { look: 'янтарная кислота, succinic acid, мельдоний, meldonium, мексилетин, mexiletine' },
  ),
  s('ephedrine', 'stimulant', 'mg', ['эфедрин', 'ephedrine'], ['эфедрина гидрохлорид', 'ephedrine hcl'], {
    groups: 'stimulant doping_s6',
    look: 'псевдоэфедрин, pseudoephedrine, эпинефрин, epinephrine, синефрин, synephrine, эфедра',
  }),
  s(
    'iv_infusion',
    'doping',
    'g',
    ['капельница', 'intravenous infusion'],
    [
      'внутривенная инфузия, витаминная капельница, капельница с витаминами, внутривенная капельница',
      'iv drip, iv infusion, vitamin drip, infusion',
    ],
    { look: 'капли, drops, капельки, травяной настой, herbal infusion' },
  ),
  s(
    'diuretic_s',
    'doping',
    'mg',
    ['мочегонное', 'diuretic'],
    ['мочегонные, диуретик, диуретики, мочегонная таблетка', 'diuretics, water pill, water pills'],
    { groups: 'doping_s5', look: 'мочевина, urea, диета' },
  ),
  s('furosemide_s', 'doping', 'mg', ['фуросемид', 'furosemide'], ['лазикс, фурон', 'lasix, edemid, frusemide'], {
    groups: 'doping_s5',
    look: 'торасемид, torasemide, фуразидин, furazidin',
  }),
  s(
    'hydrochlorothiazide_s',
    'doping',
    'mg',
    ['гидрохлортиазид', 'hydrochlorothiazide'],
    ['гидрохлоротиазид, гипотиазид, дихлотиазид', 'hctz, microzide, hydrochlorothiazid, dihidrohlorotiazid'],
    {
      groups: 'doping_s5',
      look: 'гидрохлорид, hydrochloride',
    },
  ),
  s(
    'spironolactone_s',
    'doping',
    'mg',
    ['спиронолактон', 'spironolactone'],
    ['верошпирон, альдактон, спиронол', 'aldactone, verospiron, spirix, spironolakton'],
    {
      groups: 'doping_s5',
      look: 'спирулина, spirulina, эплеренон',
    },
  ),
]
