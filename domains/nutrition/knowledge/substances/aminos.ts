import type { Substance } from '../shapes.ts'
import { s } from './make.ts'

export const AMINOS: readonly Substance[] = [
  s('creatine', 'amino', 'g', ['креатин', 'creatine'], ['креатинчик, креатин в порошке', 'creatin'], {
    look: 'креатинин, creatinine, кератин, keratin, карнитин, carnitine, креатинкиназа, каротин, carotene, панкреатин, pancreatin',
  }),
  s(
    'bcaa',
    'amino',
    'g',
    ['BCAA', 'BCAA'],
    [
      'бцаа, бца, всаа, вcаа, бсаа, аминокислоты с разветвлённой цепью, лейцин изолейцин валин, разветвлённые аминокислоты',
      'branched chain amino acids, branched-chain amino acids',
    ],
    { look: 'кальций, calcium, ca, eaa, еаа, всд, bca' },
  ),
  s(
    'eaa',
    'amino',
    'g',
    ['EAA', 'EAA'],
    [
      'еаа, незаменимые аминокислоты, комплекс незаменимых аминокислот, аминокислоты',
      'essential amino acids, amino acids, amino acid complex',
    ],
    { look: 'bcaa, бцаа, epa, эпк, аспарагиновая кислота, незаменимые жирные кислоты, essential fatty acids' },
  ),
  s('leucine', 'amino', 'g', ['лейцин', 'leucine'], ['l-лейцин, л-лейцин', 'l-leucine'], {
    look: 'глицин, glycine, лейкоцит, лютеин, lutein, изолейцин, isoleucine, лецитин, lecithin, лизин',
  }),
  s('isoleucine', 'amino', 'g', ['изолейцин', 'isoleucine'], ['l-изолейцин', 'l-isoleucine'], {
    look: 'лейцин, leucine',
  }),
  s('valine', 'amino', 'g', ['валин', 'valine'], ['l-валин', 'l-valine'], {
    look: 'валериана, valerian, ванилин, vanillin, вальпроат',
  }),
  s('lysine', 'amino', 'mg', ['лизин', 'lysine'], ['l-лизин, л-лизин, лизина гидрохлорид', 'l-lysine'], {
    look: 'лейцин, leucine, лизиноприл, lisinopril, лизоцим, lysozyme',
  }),
  s('methionine', 'amino', 'mg', ['метионин', 'methionine'], ['l-метионин', 'l-methionine'], {
    look: 'адеметионин, ademetionine, мелатонин, melatonin, метформин',
  }),
  s(
    'hmb',
    'amino',
    'g',
    ['HMB', 'HMB'],
    [
      'гмб, нмв, гидроксиметилбутират, бета-гидрокси-бета-метилбутират, гмб кальция',
      'beta-hydroxy beta-methylbutyrate, hydroxymethylbutyrate, calcium hmb',
    ],
    { look: 'ghb, гхб, гамма-гидроксибутират, gamma-hydroxybutyrate, bhb, бутират' },
  ),
  s('glutamine', 'amino', 'g', ['глутамин', 'glutamine'], ['l-глутамин, л-глутамин, глютамин', 'l-glutamine'], {
    look: 'глутаминовая кислота, glutamic acid, глутамат натрия, monosodium glutamate, глютен, gluten, глутатион, glutathione, глюкозамин',
  }),
  s(
    'arginine',
    'amino',
    'g',
    ['аргинин', 'arginine'],
    ['l-аргинин, л-аргинин, аакг, аргинин альфа-кетоглутарат', 'l-arginine, aakg'],
    { look: 'аргирин, аспарагин, агматин, agmatine, агар, вазопрессин' },
  ),
  s('citrulline', 'amino', 'g', ['цитруллин', 'citrulline'], ['l-цитруллин, л-цитруллин, цитрулин', 'l-citrulline'], {
    look: 'цитрат, citrate, цитрамон, цитрусовые, citrus, цитрин',
  }),
  s(
    'ornithine',
    'amino',
    'g',
    ['орнитин', 'ornithine'],
    ['l-орнитин, орнитина аспартат, l-орнитин-l-аспартат', 'l-ornithine, lola, ornithine aspartate'],
    { look: 'оротат, orotate, карнитин' },
  ),
  s(
    'beta_alanine',
    'amino',
    'g',
    ['бета-аланин', 'beta-alanine'],
    ['бета аланин, β-аланин, б-аланин', 'beta alanine, β-alanine, carnosine precursor'],
    { look: 'аланин, alanine, аланинаминотрансфераза, alt, алт, бета-блокатор' },
  ),
  s('carnosine', 'amino', 'mg', ['карнозин', 'carnosine'], ['l-карнозин', 'l-carnosine'], {
    look: 'карнитин, carnitine, гарциния',
  }),
  s('taurine', 'amino', 'mg', ['таурин', 'taurine'], ['l-таурин, л-таурин', 'l-taurine'], {
    look: 'тирозин, тауролин, taurolidine, троксерутин, урсодезоксихолевая кислота',
  }),
  s(
    'carnitine',
    'amino',
    'mg',
    ['карнитин', 'carnitine'],
    [
      'l-карнитин, л-карнитин, левокарнитин, эль-карнитин, витамин в11, витамин bt',
      'l-carnitine, levocarnitine, l carnitine',
    ],
    { look: 'каротин, carotene, креатин, creatine, карнозин, carnosine, орнитин, beta-carotene' },
  ),
  s('glycine', 'amino', 'mg', ['глицин', 'glycine'], ['аминоуксусная кислота, l-глицин', 'aminoacetic acid'], {
    look: 'глицерин, glycerol, глицинат, лейцин, leucine, глицирризин, glycyrrhizin',
  }),
  s(
    'tyrosine',
    'amino',
    'mg',
    ['тирозин', 'tyrosine'],
    ['l-тирозин, л-тирозин, n-ацетил-тирозин, nalt', 'l-tyrosine, n-acetyl-tyrosine'],
    { look: 'тироксин, thyroxine, левотироксин, levothyroxine, таурин, тирозиназа, тиреоидин' },
  ),
  s(
    'phenylalanine',
    'amino',
    'mg',
    ['фенилаланин', 'phenylalanine'],
    ['l-фенилаланин, dl-фенилаланин, dlpa, д-фенилаланин', 'l-phenylalanine, dl-phenylalanine, dlpa'],
    { look: 'фенилэтиламин, phenylethylamine, фенибут, бета-аланин, фенилэфрин, phenylephrine' },
  ),
  s('tryptophan', 'amino', 'mg', ['триптофан', 'tryptophan'], ['l-триптофан, л-триптофан', 'l-tryptophan'], {
    groups: 'serotonergic',
    look: '5-гидрокситриптофан, триптан, triptan, трипсин, trypsin, триптамин',
  }),
  s(
    'five_htp',
    'amino',
    'mg',
    ['5-HTP', '5-HTP'],
    [
      '5-нтр, 5нтр, 5htp, 5 htp, 5-гидрокситриптофан, 5-гтф, 5 гидрокситриптофан, гидрокситриптофан, гриффония',
      '5htp, 5 htp, 5-hydroxytryptophan, hydroxytryptophan, oxitriptan, griffonia',
    ],
    { groups: 'serotonergic', look: '5-ht, серотонин, serotonin, тгк, триптофан' },
  ),
  s(
    'gaba',
    'amino',
    'mg',
    ['ГАМК', 'GABA'],
    [
      'габа, гамма-аминомасляная кислота, гамма аминомасляная кислота, аминалон-вещество',
      'gamma-aminobutyric acid, gamma aminobutyric acid',
    ],
    { groups: 'sedative', look: 'габапентин, gabapentin, прегабалин, paba, пабк, фенибут, гамак' },
  ),
  s('theanine', 'amino', 'mg', ['теанин', 'theanine'], ['l-теанин, л-теанин', 'l-theanine'], {
    groups: 'sedative',
    look: 'тиамин, thiamine, таурин, кетанин, теин, theine, теофиллин',
  }),
  s(
    'nac',
    'amino',
    'mg',
    ['N-ацетилцистеин', 'N-acetylcysteine'],
    [
      'нац, nac, ацетилцистеин, n-ацетил-l-цистеин, н-ацетилцистеин, n ацетилцистеин',
      'nac, acetylcysteine, n-acetyl cysteine, n-acetyl-l-cysteine',
    ],
    { look: 'натрий, na, карбоцистеин, carbocysteine, ниацин, niacin, nad, nacl, n-ацетил-карнитин' },
  ),
  s(
    'betaine',
    'amino',
    'g',
    ['бетаин', 'betaine'],
    ['триметилглицин, безводный бетаин, тмг', 'trimethylglycine, betaine anhydrous, tmg'],
    { look: 'биотин, biotin, глицин, glycine, бетанин, бетадин' },
  ),
  s('cysteine', 'amino', 'mg', ['цистеин', 'cysteine'], ['l-цистеин, цистин, l-цистин', 'l-cysteine, cystine'], {
    look: 'цистит, ацетилцистеин, цитизин, cytisine',
  }),
  s(
    'sam_e',
    'amino',
    'mg',
    ['адеметионин', 'SAMe'],
    [
      's-аденозилметионин, аденозилметионин, sam-e, сам-е',
      's-adenosylmethionine, sam-e, ademetionine, s-adenosyl methionine',
    ],
    { groups: 'serotonergic', look: 'метионин, methionine, аденозин, adenosine, самбук, sambucus' },
  ),
  s(
    'glutathione',
    'amino',
    'mg',
    ['глутатион', 'glutathione'],
    ['l-глутатион, восстановленный глутатион', 'l-glutathione'],
    { look: 'глутамин, glutamine, глутамат' },
  ),
  s('agmatine', 'amino', 'mg', ['агматин', 'agmatine'], ['агматина сульфат', 'agmatine sulfate'], {
    look: 'аргинин, arginine, агомелатин, agomelatine',
  }),
]
