//! Parts of a view that are drawn again when something changes that they read.

use leptos::prelude::*;

/// Draws a part of a view again whenever something changes that `draw` reads.
///
/// A closure in a view would do the same, but Leptos compiles what keeps it up to
/// date anew for every closure, a kilobyte each. All that go through here are of
/// one type.
pub fn live<V>(mut draw: impl FnMut() -> V + Send + 'static) -> AnyView
where
    V: IntoAny,
{
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().into_any());
    draw.into_any()
}

/// Draws an item for each key; one whose key stays is kept as it is.
pub fn each<K>(
    keys: impl Fn() -> Vec<K> + Send + Sync + 'static,
    draw: impl Fn(K) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    K: Clone + Eq + std::hash::Hash + Send + 'static,
{
    let keys: Box<dyn Fn() -> Vec<K> + Send + Sync> = Box::new(keys);
    let draw = Callback::new(draw);
    view! { <For each=keys key=K::clone children=move |key| draw.run(key) /> }.into_any()
}

type Compute<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

/// What is worked out anew whenever something changes that `compute` reads. One type for each kind
/// of value, where Leptos has one for each closure.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let compute: Compute<T> = Box::new(move |_| compute());
    Memo::new(compute)
}

/// Runs at once, and again whenever something changes that it reads; it is told whether it is the
/// first time.
pub fn effect(mut run: impl FnMut(bool) + 'static) {
    let run: Box<dyn FnMut(Option<()>)> = Box::new(move |before| run(before.is_none()));
    Effect::new(run);
}

/// Runs `changed` whenever what `read` reads has changed; what `changed` reads does not count.
pub fn watch<T: 'static>(read: impl Fn() -> T + 'static, changed: impl Fn(&T) + 'static) {
    effect(move |is_first| {
        let now = read();
        if !is_first {
            untrack(|| changed(&now));
        }
    });
}
