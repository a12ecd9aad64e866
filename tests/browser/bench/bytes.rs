//! How much has to be downloaded.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes of some files, each compressed by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weight {
    pub raw: usize,
    /// `gzip -9`
    pub gzip: usize,
    /// `brotli -q 11 -w 22`
    pub brotli: usize,
}

/// Weighs files of `dist`, by their paths in it.
pub fn weigh(dist: &Path, paths: &BTreeSet<PathBuf>) -> io::Result<Weight> {
    let mut all = Weight::default();
    for path in paths {
        let bytes = fs::read(dist.join(path))?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let mut brotli = Vec::new();
        let best = BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &best)?;
        all.raw += bytes.len();
        all.gzip += gzip.finish()?.len();
        all.brotli += brotli.len();
    }
    Ok(all)
}

/// The files behind the paths of some requests; a path that ends with a slash means
/// the index.html there.
pub fn behind(requests: &BTreeSet<String>) -> BTreeSet<PathBuf> {
    let file = |path: &String| {
        let index = if path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        PathBuf::from(format!("{}{index}", path.trim_start_matches('/')))
    };
    requests.iter().map(file).collect()
}

/// Every file of `dist` that a host hands out.
pub fn everything(dist: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(dist.join(&folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                files.insert(path);
            }
        }
    }
    Ok(files)
}
