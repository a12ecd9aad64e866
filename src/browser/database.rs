//! IndexedDB: one object store of text under text keys. A put reads and
//! writes in one transaction of strict durability, so that `complete` means the
//! operating system was told to flush it to the disk.
//!
//! A page has two databases: one for the records, which is open for as long as the
//! page is, and one for older texts, which is opened for each use and is not read
//! when the page starts.
//! <https://w3c.github.io/IndexedDB/#transaction-durability-hint>

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::Fault;

const RECORDS: &str = "records";

/// What LevelDB buffers at most, in bytes, and a little more.
/// <https://github.com/google/leveldb/blob/1.23/include/leveldb/options.h>
const WRITE_BUFFER: usize = 9 << 19;

/// Chromium puts values of 64 KiB and more into files beside LevelDB.
const PADDING: usize = 60_000;

// `transaction(…, { durability })` is not in stable web-sys.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    #[derive(Clone)]
    type Durable;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction_with_options(
        this: &Durable,
        stores: &str,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// What one put came to: the entries to be written, and what the caller wants to
/// know of it afterwards.
pub struct Joined {
    pub writes: Vec<(String, String)>,
    pub told: crate::store::Stored,
}

/// An open database.
#[derive(Clone)]
pub struct Database(Durable);

/// Opens (or makes) the database `name`. Stays pending for as long as the
/// browser does not answer: the caller sets a limit.
pub async fn open(name: &str) -> Result<Database, Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let factory = window
        .indexed_db()?
        .ok_or_else(|| Fault::missing("IndexedDB"))?;
    let request = factory.open_with_u32(name, 1)?;
    make_store_on_upgrade(&request);
    let result = settled(&request).await?;
    Ok(Database(result.unchecked_into()))
}

fn make_store_on_upgrade(request: &IdbOpenDbRequest) {
    let opened = request.clone();
    let upgrade = Closure::once_into_js(move || -> Result<(), JsValue> {
        let database: IdbDatabase = opened.result()?.unchecked_into();
        database.create_object_store(RECORDS)?;
        Ok(())
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
}

/// Deletes the database `name`, once every connection to it is closed.
pub async fn delete(name: &str) -> Result<(), Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let factory = window
        .indexed_db()?
        .ok_or_else(|| Fault::missing("IndexedDB"))?;
    settled(&factory.delete_database(name)?.into()).await?;
    Ok(())
}

impl Database {
    /// Calls `call` when the connection is closed by anyone but this page's own
    /// [`Database::close`]: site data was cleared, the connection was lost, or another tab
    /// wants to delete or change the database, which one that stays open would block for
    /// ever. <https://w3c.github.io/IndexedDB/#closing-connection>
    pub fn on_close(&self, call: impl FnMut() + Clone + 'static) {
        let (open, mut closed) = (self.clone(), call.clone());
        let give_way = Closure::<dyn FnMut()>::new(move || {
            open.close();
            closed();
        });
        let call = Closure::<dyn FnMut()>::new(call);
        self.0
            .set_onversionchange(Some(give_way.as_ref().unchecked_ref()));
        self.0.set_onclose(Some(call.as_ref().unchecked_ref()));
        // They live as long as the connection.
        give_way.forget();
        call.forget();
    }

    /// Closes the connection, once what is under way is done.
    pub fn close(&self) {
        self.0.close();
    }

    /// The texts of all keys that begin with `prefix`, in the order of the keys.
    pub async fn read_range(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let store = self.begin("readonly")?.object_store(RECORDS)?;
        let values = store.get_all_with_key(&range(prefix)?.into())?;
        let values: Array = settled(&values).await?.unchecked_into();
        Ok(values
            .iter()
            .filter_map(|value| value.as_string())
            .collect())
    }

    /// Removes all keys that begin with `prefix`.
    pub async fn remove_range(&self, prefix: &str) -> Result<(), Fault> {
        let transaction = self.begin("readwrite")?;
        let _done_with_the_transaction = transaction
            .object_store(RECORDS)?
            .delete(&range(prefix)?.into())?;
        completed(&transaction).await
    }

    /// Puts texts under their keys in one transaction, whatever stands there.
    pub async fn replace_all(&self, writes: &[crate::store::Write]) -> Result<(), Fault> {
        let transaction = self.begin("readwrite")?;
        let store = transaction.object_store(RECORDS)?;
        for write in writes {
            store.put_with_key(&write.json.as_str().into(), &write.key.as_str().into())?;
        }
        completed(&transaction).await
    }

    /// Every key with its text.
    pub async fn read_all(&self) -> Result<Vec<(String, String)>, Fault> {
        let transaction = self.begin("readonly")?;
        let store = transaction.object_store(RECORDS)?;
        let (keys, values) = (store.get_all_keys()?, store.get_all()?);
        let keys: Array = settled(&keys).await?.unchecked_into();
        let values: Array = settled(&values).await?.unchecked_into();
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Ok(keys.iter().map(text).zip(values.iter().map(text)).collect())
    }

    /// Puts several texts in one strict transaction, each through `join`, which
    /// is given the key, what stands there and the text. Resolves with what
    /// `join` returned of each, in order, when the transaction is complete.
    pub async fn put_all<J>(
        &self,
        puts: Vec<(String, String)>,
        join: J,
    ) -> Result<Vec<Joined>, Fault>
    where
        J: Fn(&str, Option<&str>, &str) -> Joined + Clone + 'static,
    {
        let transaction = self.begin("readwrite")?;
        let store = transaction.object_store(RECORDS)?;
        let results: Rc<RefCell<Vec<Joined>>> = Rc::default();
        for (key, text) in puts {
            let request = store.get(&key.as_str().into())?;
            let (read, aborting, store) = (request.clone(), transaction.clone(), store.clone());
            let (results, join) = (results.clone(), join.clone());
            let write = Closure::once_into_js(move || {
                let put = || -> Result<Joined, JsValue> {
                    let joined = join(&key, read.result()?.as_string().as_deref(), &text);
                    for (key, text) in &joined.writes {
                        store.put_with_key(&text.into(), &key.into())?;
                    }
                    Ok(joined)
                };
                match put() {
                    Ok(joined) => results.borrow_mut().push(joined),
                    Err(thrown) => {
                        // The abort is what is reported; this is its cause.
                        web_sys::console::error_1(&thrown);
                        let _already_finished = aborting.abort();
                    }
                }
            });
            request.set_onsuccess(Some(write.unchecked_ref()));
        }
        completed(&transaction).await?;
        Ok(results.take())
    }

    /// Makes the browser begin a new log. Needed where a write may have been cut off, by a
    /// full disk or a dead battery: Chromium keeps this in LevelDB, which goes on with an
    /// old log after a torn record; whoever opens the database after that finds it
    /// damaged, and Chromium deletes it as a whole. More text than LevelDB buffers makes it
    /// put all that it knows into a table and begin another log; none of that text stays.
    /// <https://github.com/google/leveldb/blob/1.23/db/db_impl.cc> (`RecoverLogFile`,
    /// `reuse_logs`)
    pub async fn begin_new_log(&self) -> Result<(), Fault> {
        let transaction = self.begin("readwrite")?;
        let store = transaction.object_store(RECORDS)?;
        let (key, padding) = ("padding".into(), "x".repeat(PADDING).into());
        for _ in 0..WRITE_BUFFER.div_ceil(PADDING) {
            store.put_with_key(&padding, &key)?;
        }
        let _done_with_the_transaction = store.delete(&key)?;
        completed(&transaction).await
    }

    fn begin(&self, mode: &str) -> Result<IdbTransaction, Fault> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        Ok(self.0.transaction_with_options(RECORDS, mode, &options)?)
    }
}

/// Every key that begins with `prefix`; keys are plain characters.
fn range(prefix: &str) -> Result<IdbKeyRange, Fault> {
    let end = format!("{prefix}\u{ffff}");
    Ok(IdbKeyRange::bound(&prefix.into(), &end.into())?)
}

/// The result of a request.
async fn settled(request: &IdbRequest) -> Result<JsValue, Fault> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request
            .error()?
            .map_or_else(|| Fault::missing("IndexedDB"), |e| JsValue::from(e).into())),
    }
}

/// The end of a transaction. A full disk or a spent quota aborts it without an
/// error event of any request, so only `abort` tells.
async fn completed(transaction: &IdbTransaction) -> Result<(), Fault> {
    let done: Rc<RefCell<Option<Fault>>> = Rc::default();
    let (failed, watched) = (done.clone(), transaction.clone());
    let promise = Promise::new(&mut |resolve, _| {
        transaction.set_oncomplete(Some(&resolve));
        let (failed, watched, resolve) = (failed.clone(), watched.clone(), resolve.clone());
        let abort = Closure::once_into_js(move || {
            let fault = watched.error().map(JsValue::from).map(Fault::from);
            *failed.borrow_mut() = Some(fault.unwrap_or_else(|| Fault::missing("the transaction")));
            let _undefined = resolve.call0(&JsValue::NULL);
        });
        transaction.set_onabort(Some(abort.unchecked_ref()));
    });
    JsFuture::from(promise).await?;
    match done.take() {
        None => Ok(()),
        Some(fault) => Err(fault),
    }
}
