//! Prints the JSON Schema of the article file: `cargo run --features schema --example schema`.

fn main() {
    print!("{}", article_annotator::export::schema::schema());
}
