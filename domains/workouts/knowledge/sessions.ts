/** Titles of planned sessions, as they are written into the calendar. */
export const SESSION_TITLES = {
  strength: { ru: 'Силовая тренировка', en: 'Strength training' },
  endurance: { ru: 'Тренировка на выносливость', en: 'Endurance training' },
  long: { ru: 'Длительная тренировка', en: 'Long endurance training' },
  intervals: { ru: 'Интервальная тренировка', en: 'Intervals' },
  mobility: { ru: 'Растяжка и подвижность', en: 'Mobility and stretching' },
  walk: { ru: 'Прогулка быстрым шагом', en: 'Brisk walk' },
} as const
