/** What is set rather than worked on. */
export const settings = {
  edit: { savedNow: '지금 저장된 값', blank: '(비어 있음)' },
};

export type DeskSettings = typeof settings;
