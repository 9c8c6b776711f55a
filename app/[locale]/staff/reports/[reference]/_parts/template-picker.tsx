'use client';

import { useRef } from 'react';

type Props = {
  /** The id of the field that takes the text. */
  field: string;
  templates: readonly { slug: string; title: string; text: string }[];
  words: { label: string; choose: string; use: string };
  look: { select: string; button: string };
};

/**
 * A text to start from, put behind whatever is typed. With script at once; without it the button sends the form, and the page comes back with
 * the text in its field. Nothing is sent to anybody either way.
 */
export function TemplatePicker({ field, templates, words, look }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  const fill = (event: React.MouseEvent) => {
    const text = templates.find(({ slug }) => slug === select.current?.value)?.text;
    const area = document.getElementById(field);
    if (!(area instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    if (text) area.value = [area.value.trimEnd(), text].filter(Boolean).join('\n\n');
    area.focus();
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 space-y-1">
        <label htmlFor="template" className="block text-small font-bold">
          {words.label}
        </label>
        <select id="template" name="template" defaultValue="" ref={select} className={look.select}>
          <option value="">{words.choose}</option>
          {templates.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" name="act" value="template" onClick={fill} className={look.button}>
        {words.use}
      </button>
    </div>
  );
}
