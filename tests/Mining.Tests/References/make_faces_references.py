"""Makes faces_references.json: what numpy and scikit-learn (1.2) say of invented numbers, for the heads of faces. Run by hand; the tests only read the file."""
import json
import os

import numpy as np
from sklearn.linear_model import BayesianRidge, LogisticRegression
from sklearn.metrics import balanced_accuracy_score, roc_auc_score
from sklearn.utils.class_weight import compute_sample_weight

chance = np.random.RandomState(20190707)


def rounded(values):
    return np.round(values, 6)


def ridge(rows, columns, rank):
    x = rounded(chance.randn(rows, rank) @ chance.randn(rank, columns) / np.sqrt(rank) + (0.1 * chance.randn(rows, columns) if rank == columns else 0) + 0.5)
    y = rounded(3 + x @ (chance.randn(columns) / np.sqrt(columns)) + 0.3 * chance.randn(rows))
    asked = rounded(chance.randn(6, columns) + 0.5)
    model = BayesianRidge().fit(x, y)
    # scikit-learn 1.2 takes the covariance around 0, not around the training rows, and without the directions that no row takes: here is the definition itself.
    centred = x - x.mean(0)
    precision = model.lambda_ * np.eye(columns) + model.alpha_ * centred.T @ centred
    covariance = np.linalg.inv(precision)
    away = asked - x.mean(0)
    deviation = np.sqrt(1 / model.alpha_ + np.einsum("ij,jk,ik->i", away, covariance, away))
    if rows > columns:
        around = BayesianRidge().fit(centred, y)
        assert np.allclose(around.predict(away, return_std=True)[1], deviation, rtol=1e-9)
    # The last of scikit-learn's scores_ takes the weights of the update before: here is the definition itself.
    residual = y - model.predict(x)
    evidence = 1e-6 * (np.log(model.lambda_) - model.lambda_ + np.log(model.alpha_) - model.alpha_) + 0.5 * (
        columns * np.log(model.lambda_) + rows * np.log(model.alpha_) - model.alpha_ * residual @ residual - model.lambda_ * model.coef_ @ model.coef_
        - np.linalg.slogdet(precision)[1] - rows * np.log(2 * np.pi)
    )
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "asked": asked.tolist(),
        "weights": model.coef_.tolist(),
        "intercept": float(model.intercept_),
        "alpha": float(model.alpha_),
        "lambda": float(model.lambda_),
        "evidence": float(evidence),
        "mean": model.predict(asked).tolist(),
        "deviation": deviation.tolist(),
    }


def softmax(soft, c):
    rows, columns, classes = 150, 6, 4
    x = rounded(chance.randn(rows, columns))
    scores = x @ chance.randn(columns, classes) + 0.5 * chance.randn(rows, classes)
    asked = rounded(2 * chance.randn(20, columns))
    weights = rounded(chance.uniform(0.2, 2, rows))
    if soft:
        votes = np.array([chance.multinomial(10, p) for p in np.exp(scores) / np.exp(scores).sum(1, keepdims=True)])
    else:
        votes = 10 * np.eye(classes, dtype=int)[scores.argmax(1)]
    # A soft target is the same as a row for each class, weighted by its share.
    row, label = np.nonzero(votes)
    model = LogisticRegression(C=c, tol=1e-10, max_iter=10000).fit(x[row], label, sample_weight=weights[row] * votes[row, label] / 10)
    return {"x": x.tolist(), "votes": votes.tolist(), "sampleWeights": weights.tolist(), "c": c, "asked": asked.tolist(), "probabilities": model.predict_proba(asked).tolist()}


truth = chance.randint(0, 4, 60)
predicted = np.where(chance.rand(60) < 0.6, truth, chance.randint(0, 5, 60))
scores = np.round(chance.rand(60) + 0.4 * (truth > 1), 1)
with np.testing.suppress_warnings() as quiet:
    quiet.filter(UserWarning)
    recall = balanced_accuracy_score(truth, predicted)
references = {
    "ridge": {"narrow": ridge(80, 12, 12), "wide": ridge(20, 35, 35), "flat": ridge(60, 10, 4)},
    "softmax": {"hard": softmax(False, 1.0), "soft": softmax(True, 0.3)},
    "balanced": {"labels": truth.tolist(), "weights": compute_sample_weight("balanced", truth).tolist()},
    "metrics": {
        "truth": truth.tolist(),
        "predicted": predicted.tolist(),
        "scores": scores.tolist(),
        "auc": float(roc_auc_score(truth > 1, scores)),
        "meanRecall": float(recall),
        "accuracy": float((truth == predicted).mean()),
        "pearson": float(np.corrcoef(scores, truth)[0, 1]),
    },
}
with open(os.path.join(os.path.dirname(__file__), "faces_references.json"), "w") as file:
    json.dump(references, file, separators=(",", ":"))
    file.write("\n")
