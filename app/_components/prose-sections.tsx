type Section = { title: string; body: readonly string[]; items: readonly string[] };

/** Sections of plain text: paragraphs, then a list. The key of a section is the address that links lead to. */
export function ProseSections({ sections }: { sections: Readonly<Record<string, Section>> }) {
  return Object.entries(sections).map(([id, { title, body, items }]) => (
    <section key={id} aria-labelledby={id} className="mt-10 md:mt-12">
      <h2 id={id} className="scroll-mt-4 text-h3-narrow md:text-h3">
        {title}
      </h2>
      {body.map((paragraph) => (
        <p key={paragraph} className="mt-3">
          {paragraph}
        </p>
      ))}
      {items.length > 0 ? (
        <ul className="mt-3 list-disc space-y-2 pl-6 marker:text-primary-70">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
    </section>
  ));
}
