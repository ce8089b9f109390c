/** The publications whose formulas and limits this domain computes with, as they are named in outputs. */
export const SOURCES = {
  sessionRpe:
    'Foster C. et al., A new approach to monitoring exercise training, J Strength Cond Res 2001;15(1):109–115',
  maximum:
    'Tanaka H., Monahan K.D., Seals D.R., Age-predicted maximal heart rate revisited, J Am Coll Cardiol 2001;37(1):153–156',
  reserve:
    'Karvonen M.J., Kentala E., Mustala O., The effects of training on heart rate, Ann Med Exp Biol Fenn 1957;35(3):307–315',
  acsmGuidelines: 'ACSM’s Guidelines for Exercise Testing and Prescription, 11th ed., 2021',
  intensity: 'ACSM’s Guidelines for Exercise Testing and Prescription, 11th ed., 2021, table 5.2',
  trimp:
    'Banister E.W., Modeling elite athletic performance, in: Physiological Testing of the High-Performance Athlete, 2nd ed., Human Kinetics 1991',
  tss: 'Allen H., Coggan A., Training and Racing with a Power Meter, 2nd ed., VeloPress 2010',
  epley: 'Epley B., Poundage chart, Boyd Epley Workout, 1985',
  ratio: 'Gabbett T.J., The training–injury prevention paradox, Br J Sports Med 2016;50(5):273–280',
  ratioCriticism:
    'Impellizzeri F.M. et al., Acute:chronic workload ratio: conceptual issues and fundamental pitfalls, Int J Sports Physiol Perform 2020;15(6):907–913',
  slope:
    'Theil H., A rank-invariant method of linear and polynomial regression analysis, 1950; Sen P.K., J Am Stat Assoc 1968;63:1379–1389',
  who: 'WHO Guidelines on Physical Activity and Sedentary Behaviour, 2020',
  acsmProgression:
    'ACSM Position Stand, Progression Models in Resistance Training for Healthy Adults, Med Sci Sports Exerc 2009;41(3):687–708',
  nsca: 'Haff G.G., Triplett N.T. (eds.), NSCA’s Essentials of Strength Training and Conditioning, 4th ed., Human Kinetics 2016',
  nscaYouth:
    'Faigenbaum A.D. et al., Youth resistance training: updated position statement paper from the NSCA, J Strength Cond Res 2009;23(S5):S60–S79',
  acog: 'ACOG Committee Opinion No. 804, Physical Activity and Exercise During Pregnancy and the Postpartum Period, 2020',
} as const

/** What the ratio cannot do, said with every ratio (Impellizzeri et al. 2020). */
export const RATIO_CAVEAT = {
  ru: 'Отношение нагрузок показывает, как быстро она менялась, и не предсказывает травму: связь с травмами спорна (Impellizzeri, 2020).',
  en: 'The ratio shows how fast load has changed; it does not foretell an injury, and its link with injuries is disputed (Impellizzeri, 2020).',
} as const
