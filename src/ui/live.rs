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
