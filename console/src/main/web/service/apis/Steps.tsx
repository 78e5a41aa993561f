interface Step {
  name: string;
  title: string;
  disabled?: boolean;
}

/** The steps of a form of several pages; those that can be gone to are buttons. */
export function Steps({ label, steps, current, go }: { label: string; steps: Step[]; current: string; go: (name: string) => void }) {
  return (
    <nav aria-label={label} className="weir-wizard-steps">
      <ol>
        {steps.map(({ name, title, disabled }, index) => (
          <li key={name}>
            <button type="button" className="weir-step" aria-current={name === current ? "step" : undefined} disabled={disabled} onClick={() => go(name)}>
              <span className="weir-step-number">{index + 1}</span>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
