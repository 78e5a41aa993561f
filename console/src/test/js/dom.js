// As much of a document as the console's forms touch.

class FakeNode {
  constructor(tag) {
    this.tag = tag;
    this.attributes = {};
    this.children = [];
    this.listeners = {};
    this.text = "";
    this.classList = { add() {}, remove() {} };
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (name === "checked") this.checked = true;
    if (name === "value" && this.tag !== "option") this.typed = String(value);
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
  append(...nodes) {
    for (const node of nodes) {
      if (node instanceof FakeNode) {
        node.parent = this;
        this.children.push(node);
      } else this.text += node;
    }
  }
  remove() {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
  }
  get textContent() {
    return this.text + this.children.map((child) => child.textContent).join("");
  }
  set textContent(text) {
    this.text = text;
  }
  get value() {
    if (this.tag === "option") return this.attributes.value ?? this.text;
    if (this.typed !== undefined) return this.typed;
    if (this.tag === "textarea") return this.text;
    if (this.tag !== "select") return "";
    const chosen = this.children.find((option) => "selected" in option.attributes) ?? this.children[0];
    return chosen?.value ?? "";
  }
  set value(text) {
    this.typed = text;
  }
  get checked() {
    return this.ticked ?? false;
  }
  set checked(ticked) {
    this.ticked = ticked;
  }
  all() {
    return this.children.flatMap((child) => [child, ...child.all()]);
  }
  matches(selector) {
    const [, name] = selector.match(/^\[name="(.*)"]$/);
    return this.attributes.name === name;
  }
  querySelector(selector) {
    return this.all().find((node) => node.matches(selector)) ?? null;
  }
  querySelectorAll() {
    return [];
  }
  closest() {
    return null;
  }
  showModal() {}
  close() {
    this.listeners.close?.();
  }
}

export const body = new FakeNode("body");
const toast = new FakeNode("div");
globalThis.Node = FakeNode;
globalThis.document = { body, createElement: (tag) => new FakeNode(tag), getElementById: () => toast };
globalThis.location = { hash: "" };
// what is shown for some seconds needs no taking away
globalThis.setTimeout = () => 0;

/** The first element below some whose text is this one. */
export const withText = (nodes, tag, text) => nodes.flatMap((node) => [node, ...node.all()]).find((node) => node.tag === tag && node.textContent === text);
