"""Annotates a corpus on Spark: every partition is piped through the `annotate` program.

    python examples/spark.py ARTICLES.jsonl RESULT [--annotate PATH] [--partitions N] [--master local[*]]

ARTICLES holds lines {"id", "text", "published"?, "lang"?} (any path that Spark reads); RESULT becomes Parquet with the
columns id and annotations. The program must be on the PATH of every executor, or at PATH. A line that it cannot
understand is named in the executor's log and is missing from the result.
"""
import argparse
import os
import time

from pyspark.sql import SparkSession

SCHEMA = """id STRING, annotations ARRAY<STRUCT<id: INT, start: INT, end: INT, start_utf16: INT, end_utf16: INT,
    type: STRING, text: STRING, block: INT, sentence: INT, attrs: STRING>>"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("result")
    parser.add_argument("--annotate", default="annotate")
    parser.add_argument("--partitions", type=int, default=None)
    parser.add_argument("--master", default="local[*]")
    args = parser.parse_args()

    spark = (
        SparkSession.builder.master(args.master).appName("article-annotator")
        .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    )
    start = time.monotonic()
    lines = spark.sparkContext.textFile(args.articles, args.partitions)
    # One thread each: Spark runs as many partitions at a time as there are processors.
    annotated = lines.pipe(f"{args.annotate} --jsonl --jobs 1", env=dict(os.environ))
    frame = spark.read.schema(SCHEMA).json(annotated)
    frame.write.mode("overwrite").parquet(args.result)
    seconds = time.monotonic() - start
    result = spark.read.parquet(args.result)
    spans = result.selectExpr("sum(size(annotations))").first()[0]
    print(f"{result.count()} articles, {spans} annotations, {seconds:.1f} s")
    spark.stop()


if __name__ == "__main__":
    main()
