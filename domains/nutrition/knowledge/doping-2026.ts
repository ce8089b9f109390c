/** What the list of 2026 says of each substance rules R334–R343 name. The list of 2027 is another file. */
import type { Doping } from './shapes.ts'

type Class = Doping['class']
const entry = (
  ids: string,
  class_: Class,
  when: Doping['when'],
  status: Doping['status'],
  threshold?: Doping['threshold'],
): Doping[] =>
  ids.split(' ').map((substance) => ({
    substance,
    class: class_,
    when,
    status,
    ...(threshold === undefined ? {} : { threshold }),
    from: '2026-01-01',
    to: '2026-12-31',
    source: 'wada_2026',
  }))
const always = (class_: Class, ids: string, threshold?: Doping['threshold']): Doping[] =>
  entry(ids, class_, 'always', 'prohibited', threshold)
const inCompetition = (class_: Class, ids: string, threshold?: Doping['threshold']): Doping[] =>
  entry(ids, class_, 'in_competition', 'prohibited', threshold)

export const DOPING: readonly Doping[] = [
  ...always('S0', 'bpc_157'),
  ...always('S1', 'dhea prohormone sarm clenbuterol'),
  ...always('S2', 'epo growth_hormone igf_1 tb_500'),
  ...always('S3', 'higenamine'),
  ...always('S4', 'meldonium trimetazidine_s arimistane gw501516 sr9009'),
  ...always('S5', 'diuretic_s furosemide_s hydrochlorothiazide_s spironolactone_s'),
  ...always('M2', 'iv_infusion', {
    ru: 'больше 100 мл за 12 часов, кроме лечения в больнице, операции и обследования',
    en: 'more than 100 ml in 12 hours, outside hospital treatment, surgery and clinical investigation',
  }),
  ...inCompetition(
    'S6',
    'dmaa dmba bmpea octodrine dmha octopamine sibutramine fonturacetam bromantane mesocarb modafinil_s',
  ),
  ...inCompetition('S6', 'ephedrine', { ru: 'в моче больше 10 мкг/мл', en: 'in urine above 10 µg/ml' }),
  ...inCompetition('S8', 'thc'),
  ...entry('cbd creatine beta_alanine glycerol mexidol', 'none', 'never', 'permitted'),
  ...entry('carnitine', 'none', 'never', 'permitted', {
    ru: 'внутрь; капельница больше 100 мл за 12 часов запрещена (M2)',
    en: 'by mouth; a drip of more than 100 ml in 12 hours is prohibited (M2)',
  }),
  ...entry('caffeine synephrine ecdysterone', 'none', 'never', 'monitored'),
]
