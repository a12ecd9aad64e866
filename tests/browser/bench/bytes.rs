//! What a first visit downloads.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

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

/// Weighs the files of `dist` that were asked for; paths begin with a slash, and a
/// path that ends with one means its index.html.
pub fn weigh(dist: &Path, paths: &BTreeSet<String>) -> io::Result<Weight> {
    let mut all = Weight::default();
    for path in paths {
        let index = if path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        let bytes = fs::read(dist.join(format!("{}{index}", path.trim_start_matches('/'))))?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let mut brotli = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &parameters)?;
        all.raw += bytes.len();
        all.gzip += gzip.finish()?.len();
        all.brotli += brotli.len();
    }
    Ok(all)
}
